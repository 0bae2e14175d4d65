package io.outcrop.sandbox.dialects;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.rules.MessagesRules;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.standin.PromptTokens;
import io.outcrop.sandbox.standin.Seal;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.traits.TraitsCatalogue;
import io.outcrop.sandbox.visit.Faults;

/// Asks the model's rules about a question and says its refusal as one door says it.
///
/// @param signatures who knows thoughts again
/// @param isBedrock whether Bedrock stands before the model and answers in words of its own where
///   it has some
/// @param isWrapped whether the model's own words are put into Bedrock's, as Converse does
public record Judgement(MessagesRules.Signatures signatures, boolean isBedrock, boolean isWrapped) {
  /// InvokeModel: the model's own words.
  public static Judgement ofInvokeModel(MessagesRules.Signatures signatures) {
    return new Judgement(signatures, true, false);
  }

  /// Converse: the model's words inside Bedrock's.
  public static Judgement ofConverse(MessagesRules.Signatures signatures) {
    return new Judgement(signatures, true, true);
  }

  /// Anthropic's own routes.
  public static Judgement ofAnthropicRoute(MessagesRules.Signatures signatures) {
    return new Judgement(signatures, false, false);
  }

  /// The stand-in's own signatures.
  public static MessagesRules.Signatures standIns() {
    return new Seal();
  }

  /// What came of reading `ask`.
  Dialect.Reading of(Ask ask, Traits traits) {
    var flags = TraitsCatalogue.shipped();
    var context = new MessagesRules.Context(flag -> flags.takes(traits.id(), flag), signatures);
    var refusal = MessagesRules.refusal(ask, traits, context);
    if (refusal.isPresent()) {
      return invalid(refusal.get());
    }
    var tokens = PromptTokens.of(ask);
    return MessagesRules.tooLong(tokens.total(), traits.limits().contextTokens())
        .<Dialect.Reading>map(this::invalid)
        .orElseGet(() -> new Dialect.Reading.Asked(ask, tokens));
  }

  /// What the door itself says, in its own words.
  Dialect.Reading ofDoor(Refusal refusal) {
    return new Dialect.Reading.Invalid(Faults.invalid(refusal.text()));
  }

  Dialect.Reading invalid(Refusal refusal) {
    return new Dialect.Reading.Invalid(fault(refusal));
  }

  private Reply.Fault fault(Refusal refusal) {
    return switch (refusal.sentence()) {
      case CACHE_UNSUPPORTED -> Faults.said(403, "AccessDeniedException", refusal.text());
      case MAX_TOKENS ->
          Faults.invalid(
              isBedrock
                  ? new Refusal(Sentence.MAX_TOKENS_ON_BEDROCK, refusal.parts()).text()
                  : refusal.text());
      case PROMPT_TOO_LONG ->
          Faults.invalid(
              isBedrock
                  ? new Refusal(Sentence.PROMPT_TOO_LONG_ON_BEDROCK, refusal.parts()).text()
                  : refusal.text());
      case IMAGES_UNSUPPORTED, TOOLS_UNSUPPORTED -> Faults.invalid(refusal.text());
      default ->
          Faults.invalid(
              isWrapped
                  ? Refusal.of(Sentence.CONVERSE_WRAPPED, refusal.text()).text()
                  : refusal.text());
    };
  }
}
