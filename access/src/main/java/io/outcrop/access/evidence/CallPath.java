package io.outcrop.access.evidence;

import io.outcrop.cloud.credentials.ApiKeyOwner;

/// What lies between the caller and what is called.
///
/// @param apiKey whom the Bedrock API key that is sent belongs to, as its own text says
/// @param hop the Lambda function that calls, if one was named
public record CallPath(Observation<ApiKeyOwner> apiKey, Observation<Hop> hop) {

  /// Nobody looked.
  public static CallPath skipped(String why) {
    return new CallPath(new Observation.Skipped<>(why), new Observation.Skipped<>(why));
  }
}
