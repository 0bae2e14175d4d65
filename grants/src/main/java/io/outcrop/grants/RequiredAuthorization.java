package io.outcrop.grants;

import java.util.Map;
import java.util.Optional;

/// One authorisation that IAM has to grant for a call to go through.
///
/// @param action `bedrock:InvokeModel`
/// @param resource the exact ARN, or `*`
/// @param context condition keys that the call brings by itself: `aws:RequestedRegion`,
///   `bedrock:InferenceProfileArn`
/// @param why what this authorisation is for, in words
public record RequiredAuthorization(
    String action, String resource, Map<String, String> context, String why) {
  public RequiredAuthorization {
    context = Map.copyOf(context);
  }

  /// The value of condition key `key`, if the call brings it.
  public Optional<String> value(String key) {
    return Optional.ofNullable(context.get(key));
  }
}
