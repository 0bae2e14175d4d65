package io.outcrop.causes.signal;

import java.util.Set;

/// The operations that people name without a frame around them.
final class Operations {
  private static final Set<String> KNOWN =
      Set.of(
          "InvokeModel",
          "InvokeModelWithResponseStream",
          "InvokeModelWithBidirectionalStream",
          "ConverseStream",
          "ApplyGuardrail",
          "CountTokens",
          "InvokeAgent",
          "RetrieveAndGenerate",
          "ListFoundationModels",
          "ListInferenceProfiles",
          "GetInferenceProfile",
          "GetFoundationModel",
          "GetFoundationModelAvailability",
          "GetUseCaseForModelAccess",
          "CreateModelInvocationJob",
          "GetCallerIdentity",
          "AssumeRole",
          "AssumeRoleWithWebIdentity",
          "GetRoleCredentials");

  private Operations() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
