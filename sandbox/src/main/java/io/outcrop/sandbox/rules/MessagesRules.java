package io.outcrop.sandbox.rules;

import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.traits.Traits;
import java.util.List;
import java.util.Optional;

/// All rules of Anthropic's Messages, asked one after the other; the first refusal is the answer.
/// Stateless but for the memory of signatures, and safe for many threads.
public final class MessagesRules {
  private static final List<Rule> RULES =
      List.of(
          new BodyShape(),
          new Betas(),
          new AnswerLength(),
          new Sampling(),
          new Thinking(),
          new Tools(),
          new ContentShape(),
          new Turns(),
          new ToolPairs(),
          new Thoughts(),
          new Media(),
          new CacheMarks());

  private MessagesRules() {}

  /// What the judges know besides the request.
  ///
  /// @param betas which beta flags the model takes
  /// @param signatures who knows thoughts again
  public record Context(Flags betas, Signatures signatures) {}

  /// Knows which beta flags a model takes.
  @FunctionalInterface
  public interface Flags {
    /// Whether it takes `flag`.
    boolean takes(String flag);
  }

  /// Knows the model's own thoughts again.
  public interface Signatures {
    /// Whether `signature` was given for `thought`.
    boolean isGenuine(String thought, String signature);

    /// Whether `data` are thoughts that were redacted.
    boolean isRedacted(String data);
  }

  /// Why `traits`' model refuses `ask`; nothing if it answers. How long the prompt is, is not asked
  /// here: [#tooLong].
  public static Optional<Refusal> refusal(Ask ask, Traits traits, Context context) {
    var request = new MessagesRequest(ask, traits, context);
    for (var rule : RULES) {
      var refusal = rule.refusal(request);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /// Why a prompt of `tokens` is refused, if it does not fit.
  public static Optional<Refusal> tooLong(long tokens, long limit) {
    return Refusal.unless(tokens <= limit, Sentence.PROMPT_TOO_LONG, tokens, limit);
  }
}
