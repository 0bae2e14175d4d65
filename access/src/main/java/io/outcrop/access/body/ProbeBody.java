package io.outcrop.access.body;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.NamedGuardrail;
import io.outcrop.json.Json;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;

/// The body of a call to a model.
///
/// The free one is a body that every model refuses: AWS authorises it first, so its answer tells
/// whether the call would be let through, and it costs nothing.
///
/// @param call what is called
/// @param content all of it but what tells a stream from a plain call
public record ProbeBody(ClientCall call, Json.Obj content) {
  private static final String GREETING = "Hi";
  private static final String MODEL = "model";
  private static final String GUARDRAIL = "guardrailConfig";

  /// One that is authorised and then refused. Counting costs nothing, so that it is a whole one.
  public static ProbeBody free(ClientCall call, String modelId, RequestStyle style) {
    return call == ClientCall.COUNT_TOKENS
        ? shortest(call, modelId, style)
        : new ProbeBody(call, addressed(call, modelId, Json.object()));
  }

  /// The shortest that a model answers.
  public static ProbeBody shortest(ClientCall call, String modelId, RequestStyle style) {
    var content =
        switch (call) {
          case CONVERSE ->
              Json.object()
                  .with("messages", messages(Json.array(List.of(text()))))
                  .with("inferenceConfig", Json.object().with("maxTokens", Json.of(1)));
          case MESSAGES, MANTLE ->
              Json.object()
                  .with("max_tokens", Json.of(1))
                  .with("messages", messages(Json.of(GREETING)));
          case INVOKE, COUNT_TOKENS -> invocation(style);
          case GET_INFERENCE_PROFILE, LIST_MODELS -> Json.object();
        };
    return new ProbeBody(call, addressed(call, modelId, content));
  }

  /// The caller's own.
  public static ProbeBody own(ClientCall call, String modelId, Json.Obj body) {
    return new ProbeBody(call, addressed(call, modelId, body));
  }

  /// The same under the guardrail that `own` names, if it names one: to apply it is authorised,
  /// too.
  public ProbeBody guardedAs(Json.Obj own) {
    return call == ClientCall.CONVERSE
        ? own.get(GUARDRAIL)
            .map(named -> new ProbeBody(call, content.with(GUARDRAIL, named)))
            .orElse(this)
        : this;
  }

  /// The same under `guardrail`, where the body is the place to name it.
  public ProbeBody under(NamedGuardrail guardrail) {
    return call == ClientCall.CONVERSE
        ? new ProbeBody(call, content.with(GUARDRAIL, guardrail.inBody()))
        : this;
  }

  /// The whole body.
  public Json.Obj of(boolean streams) {
    return switch (call) {
      case MESSAGES, MANTLE ->
          streams ? content.with("stream", Json.of(true)) : content.without("stream");
      case INVOKE, CONVERSE, COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS -> content;
    };
  }

  /// Anthropic's own routes have the model in the body.
  private static Json.Obj addressed(ClientCall call, String modelId, Json.Obj content) {
    return switch (call) {
      case MESSAGES, MANTLE -> content.with(MODEL, Json.of(modelId));
      case INVOKE, CONVERSE, COUNT_TOKENS, GET_INFERENCE_PROFILE, LIST_MODELS -> content;
    };
  }

  private static Json.Obj invocation(RequestStyle style) {
    return switch (style) {
      case MESSAGES ->
          Json.object()
              .with("anthropic_version", Json.of("bedrock-2023-05-31"))
              .with("max_tokens", Json.of(1))
              .with("messages", messages(Json.of(GREETING)));
      case TEXT_COMPLETION ->
          Json.object()
              .with("prompt", Json.of("\n\nHuman: " + GREETING + "\n\nAssistant:"))
              .with("max_tokens_to_sample", Json.of(1));
    };
  }

  private static Json.Obj text() {
    return Json.object().with("text", Json.of(GREETING));
  }

  private static Json messages(Json content) {
    return Json.array(
        List.of(Json.object().with("role", Json.of("user")).with("content", content)));
  }
}
