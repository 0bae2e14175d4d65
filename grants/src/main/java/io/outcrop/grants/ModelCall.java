package io.outcrop.grants;

import io.outcrop.models.route.Route;

/// One kind of call to a model.
///
/// @param operation what is called
/// @param route by which route
/// @param account the calling account, which owns the profile ARN
/// @param bearerToken how an API key came in, if one did
/// @param guardrailArn a guardrail on the request; empty if none
public record ModelCall(
    Operation operation,
    Route route,
    String account,
    BearerToken bearerToken,
    String guardrailArn) {

  /// A plain call signed with SigV4.
  public static ModelCall signed(Operation operation, Route route, String account) {
    return new ModelCall(operation, route, account, BearerToken.NONE, "");
  }

  /// What programs call for a model. Source: Amazon Bedrock API Reference: Converse is authorised
  /// as InvokeModel, ConverseStream as InvokeModelWithResponseStream; Service Authorization
  /// Reference, "Amazon Bedrock Powered by AWS Mantle", read 2026-09: one action for Mantle's
  /// Messages, with and without a stream.
  public enum Operation {
    INVOKE_MODEL("InvokeModel", "bedrock:InvokeModel"),
    INVOKE_MODEL_WITH_RESPONSE_STREAM(
        "InvokeModelWithResponseStream", "bedrock:InvokeModelWithResponseStream"),
    CONVERSE("Converse", "bedrock:InvokeModel"),
    CONVERSE_STREAM("ConverseStream", "bedrock:InvokeModelWithResponseStream"),
    COUNT_TOKENS("CountTokens", "bedrock:CountTokens"),
    CREATE_INFERENCE("CreateInference", "bedrock-mantle:CreateInference"),
    GET_INFERENCE_PROFILE("GetInferenceProfile", "bedrock:GetInferenceProfile"),
    LIST_FOUNDATION_MODELS("ListFoundationModels", "bedrock:ListFoundationModels");

    private final String api;
    private final String action;

    Operation(String api, String action) {
      this.api = api;
      this.action = action;
    }

    /// The operation's name in the API.
    public String api() {
      return api;
    }

    /// The action that IAM asks for.
    public String action() {
      return action;
    }

    /// Whether the answer is a stream.
    public boolean streams() {
      return this == INVOKE_MODEL_WITH_RESPONSE_STREAM || this == CONVERSE_STREAM;
    }
  }

  /// How an API key came in. Source: Amazon Bedrock User Guide, "API keys: permissions".
  public enum BearerToken {
    NONE,
    SHORT_TERM,
    LONG_TERM
  }
}
