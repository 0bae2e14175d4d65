package io.outcrop.access.evidence;

import io.outcrop.json.Json;
import java.util.List;

/// A Lambda function that makes the call.
///
/// @param function its name or ARN, as it was given
/// @param role the ARN of the role that it runs as
/// @param trust the role's trust policy; none if it could not be read
public record Hop(String function, String role, List<Json.Obj> trust) {
  /// Who assumes the role of a function. Source: AWS Lambda Developer Guide, "Defining Lambda
  /// function permissions with an execution role", read 2026-11.
  public static final String SERVICE = "lambda.amazonaws.com";

  public Hop {
    trust = List.copyOf(trust);
  }
}
