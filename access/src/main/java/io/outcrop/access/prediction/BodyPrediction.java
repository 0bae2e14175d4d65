package io.outcrop.access.prediction;

import io.outcrop.access.examination.Evidence;
import io.outcrop.json.Json;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the model will refuse in the caller's own body, as far as its form alone tells. Whatever
/// depends on the model's abilities is left to the model. Source: Amazon Bedrock User Guide,
/// "Anthropic Claude Messages API" and "Anthropic Claude Text Completions API", read 2026-11.
final class BodyPrediction {
  private static final String HUMAN = "\n\nHuman:";
  private static final BigDecimal LEAST_BUDGET = BigDecimal.valueOf(1_024);

  private final Json.Obj body;
  private final List<Refusal> refusals = new ArrayList<>();

  private BodyPrediction(Json.Obj body) {
    this.body = body;
  }

  /// The refusals that lie ahead of `body`, sent to a model that takes `style`.
  static List<Refusal> of(Json.Obj body, RequestStyle style) {
    var prediction = new BodyPrediction(body);
    switch (style) {
      case MESSAGES -> prediction.messages();
      case TEXT_COMPLETION -> prediction.prompt();
    }
    return List.copyOf(prediction.refusals);
  }

  private void messages() {
    if (has("prompt") && !has("messages")) {
      refuse(
          "messages-api-required", "the body has `prompt`, and the model takes `messages` alone");
      return;
    }
    if (has("inferenceConfig") || has("modelId")) {
      refuse(
          "body-schema-mismatch",
          "the body is written for Converse (`%s`): InvokeModel takes Anthropic's own form"
              .formatted(has("inferenceConfig") ? "inferenceConfig" : "modelId"));
      return;
    }
    for (var required : List.of("messages", "max_tokens")) {
      if (!has(required)) {
        refuse("body-schema-mismatch", "the body has no `" + required + "`");
      }
    }
    if (!has("anthropic_version")) {
      refuse("anthropic-version-missing", "the body has no `anthropic_version`");
    }
    thinking();
  }

  private void thinking() {
    var budget = body.object("thinking").flatMap(one -> number(one, "budget_tokens"));
    if (budget.isEmpty()) {
      return;
    }
    var most = number(body, "max_tokens");
    if (budget.get().compareTo(LEAST_BUDGET) < 0) {
      refuse(
          "thinking-budget-too-small",
          "`budget_tokens` is %s, and 1024 is the least".formatted(budget.get()));
    } else if (most.isPresent() && budget.get().compareTo(most.get()) >= 0) {
      refuse(
          "thinking-budget-exceeds-max-tokens",
          "`budget_tokens` is %s, which is not below `max_tokens`, %s"
              .formatted(budget.get(), most.get()));
    }
  }

  private void prompt() {
    var prompt = body.text("prompt");
    if (prompt.isEmpty()) {
      refuse("body-schema-mismatch", "the body has no `prompt`, and the model takes nothing else");
    } else if (!prompt.get().contains(HUMAN)) {
      refuse(
          "prompt-format-human-assistant",
          "the prompt has no turn that starts with two line breaks and `Human:`");
    }
  }

  private boolean has(String name) {
    return body.get(name).isPresent();
  }

  private static Optional<BigDecimal> number(Json.Obj object, String name) {
    return object
        .get(name)
        .filter(Json.Num.class::isInstance)
        .map(value -> ((Json.Num) value).value());
  }

  private void refuse(String slug, String sentence) {
    refusals.add(
        Refusal.plain(
            Gate.BODY, slug, sentence, new Evidence("read", sentence, "the request body")));
  }
}
