package io.outcrop.sandbox.rules;

import io.outcrop.sandbox.traits.Traits;
import java.util.Optional;

/// The members of a body. Source: Amazon Bedrock User Guide, "Anthropic Claude Messages API".
final class BodyShape implements Rule {
  private static final Shape BODY =
      Shape.none()
          .needs("max_tokens", Shape.Kind.INTEGER)
          .needs("messages", Shape.Kind.LIST)
          .takes("system", Shape.Kind.STRING_OR_LIST)
          .takes("temperature", Shape.Kind.NUMBER)
          .takes("top_p", Shape.Kind.NUMBER)
          .takes("top_k", Shape.Kind.INTEGER)
          .takes("stop_sequences", Shape.Kind.LIST)
          .takes("tools", Shape.Kind.LIST)
          .takes("tool_choice", Shape.Kind.OBJECT)
          .takes("thinking", Shape.Kind.OBJECT)
          .takes("metadata", Shape.Kind.OBJECT)
          .takes("output_config", Shape.Kind.OBJECT)
          .takes("context_management", Shape.Kind.OBJECT)
          .takes("service_tier", Shape.Kind.STRING);
  private static final Shape METADATA = Shape.none().takes("user_id", Shape.Kind.STRING);
  private static final Shape OUTPUT =
      Shape.none().takes("effort", Shape.Kind.STRING).takes("format", Shape.Kind.OBJECT);

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var body = request.body();
    return BODY.problem("", body)
        .or(() -> body.object("metadata").flatMap(data -> METADATA.problem("metadata.", data)))
        .or(() -> body.object("output_config").flatMap(it -> OUTPUT.problem("output_config.", it)))
        .or(() -> contextManagement(request))
        .or(() -> format(request));
  }

  private static Optional<Refusal> contextManagement(MessagesRequest request) {
    return Refusal.unless(
        request.body().get("context_management").isEmpty()
            || request.ask().betas().contains("context-management-2025-06-27"),
        Sentence.EXTRA,
        "context_management");
  }

  private static Optional<Refusal> format(MessagesRequest request) {
    var format = request.body().object("output_config").flatMap(config -> config.get("format"));
    return Refusal.unless(
        format.isEmpty() || request.traits().can(Traits.Ability.STRUCTURED_OUTPUTS),
        Sentence.STRUCTURED);
  }
}
