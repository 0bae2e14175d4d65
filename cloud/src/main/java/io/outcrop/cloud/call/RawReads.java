package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.protocol.Form;
import io.outcrop.cloud.protocol.JsonService;
import io.outcrop.cloud.protocol.QueryService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.util.Map;

/// Calls that only read, and bring the answer's own text: for looking at how AWS spells it.
public final class RawReads {
  /// A model that nobody ever had.
  private static final String NO_MODEL = "anthropic.claude-that-is-not-there-v9:0";

  private final SdkSetup setup;

  /// Calls through `setup`.
  public RawReads(SdkSetup setup) {
    this.setup = setup;
  }

  /// One call.
  public enum Read {
    GET_CALLER_IDENTITY("sts", "GetCallerIdentity", ""),
    LIST_FOUNDATION_MODELS("bedrock", "ListFoundationModels", ""),
    GET_FOUNDATION_MODEL("bedrock", "GetFoundationModel", ""),
    GET_UNKNOWN_MODEL("bedrock", "GetFoundationModel", "of a model that there is not"),
    GET_FOUNDATION_MODEL_AVAILABILITY("bedrock", "GetFoundationModelAvailability", ""),
    LIST_INFERENCE_PROFILES("bedrock", "ListInferenceProfiles", ""),
    GET_USE_CASE("bedrock", "GetUseCaseForModelAccess", ""),
    GET_UNKNOWN_USER("iam", "GetUser", "of a user that there is not"),
    DESCRIBE_ORGANIZATION("organizations", "DescribeOrganization", "");

    private final String service;
    private final String operation;
    private final String note;

    Read(String service, String operation, String note) {
      this.service = service;
      this.operation = operation;
      this.note = note;
    }

    /// The call in words: `bedrock:GetFoundationModel of a model that there is not`.
    public String words() {
      return service + ":" + operation + (note.isEmpty() ? "" : " " + note);
    }
  }

  /// Makes the call; the answer's own text.
  ///
  /// @param modelId the model that is asked for where one is
  public Answer<String> make(Read read, String modelId) {
    var region =
        read.service.equals("iam") || read.service.equals("organizations")
            ? "us-east-1"
            : setup.region();
    return setup
        .signed(read.service, region, read.service)
        .ask(read.operation, request(read, modelId).repeatable(), SignedService.Response::text);
  }

  private static SignedService.Request request(Read read, String modelId) {
    return switch (read) {
      case GET_CALLER_IDENTITY -> QueryService.request(read.operation, Sts.VERSION, Form.empty());
      case GET_UNKNOWN_USER ->
          QueryService.request(
              read.operation, Iam.VERSION, Form.of("UserName", "nobody-outcrop-asks-for"));
      case DESCRIBE_ORGANIZATION ->
          JsonService.request("1.1", Organizations.TARGET, read.operation, Json.object());
      case LIST_FOUNDATION_MODELS -> get("/foundation-models");
      case GET_FOUNDATION_MODEL -> get("/foundation-models/" + Bodies.segment(modelId));
      case GET_UNKNOWN_MODEL -> get("/foundation-models/" + Bodies.segment(NO_MODEL));
      case GET_FOUNDATION_MODEL_AVAILABILITY ->
          get("/foundation-model-availability/" + Bodies.segment(modelId));
      case LIST_INFERENCE_PROFILES -> get("/inference-profiles");
      case GET_USE_CASE -> get("/use-case-for-model-access");
    };
  }

  private static SignedService.Request get(String path) {
    return new SignedService.Request("GET", path, Map.of(), "");
  }
}
