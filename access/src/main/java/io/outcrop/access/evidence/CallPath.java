package io.outcrop.access.evidence;

import io.outcrop.cloud.call.VpcEndpoints.Endpoint;
import io.outcrop.cloud.credentials.ApiKeyOwner;
import java.util.List;

/// What lies between the caller and what is called.
///
/// @param apiKey whom the Bedrock API key that is sent belongs to, as its own text says
/// @param hop the Lambda function that calls, if one was named
/// @param endpoints the VPC endpoints that the call may go through, where something speaks for one
/// @param handing the role that is handed to a service, and who would hand it on
public record CallPath(
    Observation<ApiKeyOwner> apiKey,
    Observation<Hop> hop,
    Observation<List<Endpoint>> endpoints,
    Observation<Handing> handing) {

  /// Nobody looked.
  public static CallPath skipped(String why) {
    return new CallPath(
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why),
        new Observation.Skipped<>(why));
  }
}
