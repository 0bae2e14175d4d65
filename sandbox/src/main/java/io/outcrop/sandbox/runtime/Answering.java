package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Pieces;
import io.outcrop.sandbox.conversation.Voice;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.dialects.Speaker;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.standin.Pacing;
import io.outcrop.sandbox.standin.PromptCache;
import io.outcrop.sandbox.traits.Traits;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// Lets somebody answer a question that may be asked, in the dialect of the call.
///
/// @param voices who answers
/// @param cache what was read before
record Answering(Voices voices, PromptCache cache) {
  private static final int MODEL_ERROR = 424;

  /// A question on its way.
  ///
  /// @param traits the model that is asked
  /// @param name what people call it
  /// @param dialect how it was asked
  /// @param asked what is asked
  /// @param guardrail what it goes through
  /// @param reached how the model was reached
  record Question(
      Visit visit,
      Traits traits,
      String name,
      Dialect dialect,
      Dialect.Reading.Asked asked,
      GuardrailName guardrail,
      Meter.Reached reached) {}

  Reply answer(Question question, boolean streams) {
    var guardrail = guardrail(question);
    if (question.guardrail().isThere() && guardrail.isEmpty()) {
      return Faults.invalid(Refusal.of(Sentence.GUARDRAIL_UNKNOWN).text());
    }
    var part = part(question);
    var speaker = new Speaker(question.traits(), question.visit().call(), part.pacing());
    var meter = new Meter(question.visit(), question.reached(), speaker, streams);
    meter.used(part.input());
    var voice = voices.voice(part);
    return guardrail.isEmpty()
        ? spoken(question, meter, voice, streams)
        : guarded(question, meter, new Guarded(voice, guardrail.get(), part.input()), streams);
  }

  private Voices.Part part(Question question) {
    var visit = question.visit();
    var traits = question.traits();
    var owner = visit.account().id() + '/' + visit.region() + '/' + traits.id();
    var input = cache.read(owner, question.asked().tokens(), traits.cache().minimum(), visit.now());
    var answers = visit.realm().circumstances().answers();
    var pacing = new Pacing(answers.firstToken(), answers.pace());
    return new Voices.Part(traits, question.name(), answers.seed(), input, pacing);
  }

  private Optional<Guardrail> guardrail(Question question) {
    var name = question.guardrail();
    return name.isThere()
        ? AccountSettings.guardrail(question.visit(), name.identifier(), name.version())
            .map(found -> new Guardrail(name.identifier(), found))
        : Optional.empty();
  }

  private static Reply guarded(Question question, Meter meter, Guarded voice, boolean streams) {
    var ask = question.asked().ask();
    if (!(voice.answer(ask, !streams) instanceof Voice.Answer.Whole(Completion completion))) {
      return spoken(question, meter, voice, streams);
    }
    meter.used(completion.usage());
    return voice.told(
        question.dialect().whole(meter.speaker(), completion),
        ask,
        completion,
        question.guardrail().isTraced());
  }

  private static Reply spoken(Question question, Meter meter, Voice voice, boolean streams) {
    var dialect = question.dialect();
    return switch (voice.answer(question.asked().ask(), !streams)) {
      case Voice.Answer.Whole(Completion completion) -> {
        meter.used(completion.usage());
        yield dialect.whole(meter.speaker(), completion);
      }
      case Voice.Answer.Streamed(Pieces pieces) ->
          new Reply.Events(
              new ToldStream(pieces, dialect.teller(meter.speaker()), meter),
              dialect.streamHeaders());
      case Voice.Answer.Failed(_, String message) ->
          Faults.said(
              MODEL_ERROR,
              "ModelErrorException",
              Refusal.of(Sentence.CONVERSE_WRAPPED, message).text());
    };
  }

  /// The dialect's question, with the model's rules.
  static Question question(Attempt attempt, Traits traits, String name, Dialect dialect) {
    if (!(attempt.reading() instanceof Dialect.Reading.Asked asked)) {
      throw new IllegalStateException("an invalid body has passed the gates");
    }
    return new Question(
        attempt.visit(),
        traits,
        name,
        dialect,
        asked,
        attempt.guardrail(),
        attempt.target().reached(attempt.visit().call().requestId()));
  }
}
