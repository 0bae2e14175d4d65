package io.outcrop.access.handoff;

import io.outcrop.json.Json;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;

/// The bodies of the calls that scripts make.
final class CallBody {
  private static final String QUESTION = "Answer with one word: ready?";

  private final AskedCall asked;
  private final RequestStyle style;

  CallBody(AskedCall asked, RequestStyle style) {
    this.asked = asked;
    this.style = style;
  }

  /// One that gets a short answer.
  Json.Obj question() {
    return switch (asked.call()) {
      case INVOKE ->
          switch (style) {
            case MESSAGES ->
                messages(Json.object().with("anthropic_version", Json.of("bedrock-2023-05-31")));
            case TEXT_COMPLETION ->
                Json.object()
                    .with("prompt", Json.of("\n\nHuman: " + QUESTION + "\n\nAssistant:"))
                    .with("max_tokens_to_sample", Json.of(16));
          };
      case MESSAGES, MANTLE -> messages(addressed());
      case CONVERSE ->
          guarded(conversation())
              .with("inferenceConfig", Json.object().with("maxTokens", Json.of(16)));
      case COUNT_TOKENS ->
          Json.object().with("input", Json.object().with("converse", conversation()));
      case GET_INFERENCE_PROFILE, LIST_MODELS -> Json.object();
    };
  }

  /// One that is authorised and then refused; counting costs nothing, so that it is a whole one.
  Json.Obj free() {
    return switch (asked.call()) {
      case CONVERSE -> guarded(Json.object());
      case INVOKE, GET_INFERENCE_PROFILE, LIST_MODELS -> Json.object();
      case MESSAGES, MANTLE -> addressed();
      case COUNT_TOKENS -> question();
    };
  }

  private Json.Obj guarded(Json.Obj body) {
    return asked.guardrail().stream()
        .findFirst()
        .map(named -> body.with("guardrailConfig", named.inBody()))
        .orElse(body);
  }

  private Json.Obj addressed() {
    return Json.object().with("model", Json.of(asked.route().id()));
  }

  private static Json.Obj messages(Json.Obj start) {
    return start
        .with("max_tokens", Json.of(16))
        .with("messages", Json.array(List.of(user().with("content", Json.of(QUESTION)))));
  }

  private static Json.Obj conversation() {
    var text = Json.array(List.of(Json.object().with("text", Json.of(QUESTION))));
    return Json.object().with("messages", Json.array(List.of(user().with("content", text))));
  }

  private static Json.Obj user() {
    return Json.object().with("role", Json.of("user"));
  }
}
