package io.outcrop.sandbox.rules;

import io.outcrop.sandbox.conversation.Ask;
import java.util.Optional;
import java.util.Set;

/// How a model may be asked to think. Source: AWS model cards; Anthropic, "Extended thinking".
final class Thinking implements Rule {
  private static final Set<String> KINDS = Set.of("enabled", "adaptive", "disabled");
  private static final long LEAST_BUDGET = 1024;

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    var thinking = request.body().object("thinking");
    if (thinking.isEmpty()) {
      return Optional.empty();
    }
    var kind = request.ask().thinking();
    if (!KINDS.contains(kind)) {
      return kind.isEmpty()
          ? Refusal.because(Sentence.TAG_MISSING, "thinking")
          : Refusal.because(Sentence.TAG, "thinking", kind, "'adaptive', 'disabled', 'enabled'");
    }
    return supported(request, kind)
        .or(() -> shape(kind).problem("thinking." + kind + ".", thinking.get()))
        .or(() -> kind.equals("enabled") ? budget(request) : Optional.empty())
        .or(() -> forced(request));
  }

  private static Shape shape(String kind) {
    var shape = Shape.none().needs("type", Shape.Kind.STRING);
    return switch (kind) {
      case "enabled" ->
          shape.needs("budget_tokens", Shape.Kind.INTEGER).takes("display", Shape.Kind.STRING);
      case "adaptive" -> shape.takes("display", Shape.Kind.STRING);
      default -> shape;
    };
  }

  private static Optional<Refusal> supported(MessagesRequest request, String kind) {
    var known = request.traits().thinking();
    if (known.contains(kind) || (known.isEmpty() && kind.equals("disabled"))) {
      return Optional.empty();
    }
    if (known.isEmpty()) {
      return Refusal.because(Sentence.THINKING_NONE, request.traits().shortName());
    }
    return switch (kind) {
      case "enabled" -> Refusal.because(Sentence.THINKING_ENABLED);
      case "adaptive" -> Refusal.because(Sentence.THINKING_ADAPTIVE);
      default -> Refusal.because(Sentence.THINKING_KIND, kind);
    };
  }

  private static Optional<Refusal> budget(MessagesRequest request) {
    var budget = request.ask().thinkingBudget();
    if (budget < LEAST_BUDGET) {
      return Refusal.because(Sentence.AT_LEAST, "thinking.enabled.budget_tokens", LEAST_BUDGET);
    }
    var interleaves = request.ask().betas().contains("interleaved-thinking-2025-05-14");
    return Refusal.unless(
        interleaves || request.ask().maxTokens() > budget, Sentence.THINKING_BUDGET);
  }

  private static Optional<Refusal> forced(MessagesRequest request) {
    var choice = request.ask().choice();
    return Refusal.unless(
        !request.thinks() || (choice != Ask.Choice.ANY && choice != Ask.Choice.TOOL),
        Sentence.THINKING_FORCED);
  }
}
