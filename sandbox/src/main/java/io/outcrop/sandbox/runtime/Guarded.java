package io.outcrop.sandbox.runtime;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.conversation.Voice;
import io.outcrop.sandbox.standin.StandIn;
import java.util.List;

/// A voice behind a guardrail: what the user says, and what is answered, is looked at first. An
/// answer is heard whole before any of it is handed on.
///
/// @param voice who answers
/// @param guardrail what it goes through
/// @param input what reading the prompt took
record Guarded(Voice voice, Guardrail guardrail, Usage input) implements Voice {
  private static final Ending INTERVENED = new Ending("guardrail_intervened", "");

  @Override
  public Answer answer(Ask ask, boolean whole) {
    if (!guardrail.found(ask.lastUserText()).isEmpty()) {
      return said(blocked(true, input.withOutput(0)), whole);
    }
    return switch (voice.answer(ask, true)) {
      case Answer.Whole(Completion completion) ->
          said(
              guardrail.found(completion.text()).isEmpty()
                  ? completion
                  : blocked(false, completion.usage()),
              whole);
      case Answer.Streamed streamed -> streamed;
      case Answer.Failed failed -> failed;
    };
  }

  private Completion blocked(boolean isInput, Usage usage) {
    var text = new Block.Text(guardrail.instead(isInput));
    return new Completion(List.of(text), INTERVENED, usage);
  }

  private static Answer said(Completion completion, boolean whole) {
    return whole ? new Answer.Whole(completion) : new Answer.Streamed(StandIn.said(completion));
  }

  /// `reply` with what the guardrail says of it: whether it intervened and, where the caller wants
  /// to know, what it found.
  Reply told(Reply reply, Ask ask, Completion completion, boolean isTraced) {
    var intervened = completion.ending().equals(INTERVENED);
    return switch (reply) {
      case Reply.Payload(String type, String body, var headers) ->
          JsonReader.read(body) instanceof JsonReading.Read(Json.Obj message)
              ? new Reply.Payload(
                  type,
                  JsonWriter.compact(
                      traced(
                          message.with(
                              "amazon-bedrock-guardrailAction",
                              Json.of(intervened ? "INTERVENED" : "NONE")),
                          "amazon-bedrock-trace",
                          ask,
                          isTraced)),
                  headers)
              : reply;
      case Reply.Output(Json.Obj output) ->
          new Reply.Output(traced(output, "trace", ask, isTraced));
      case Reply.Events _, Reply.Severed _, Reply.Fault _ -> reply;
    };
  }

  private Json.Obj traced(Json.Obj object, String member, Ask ask, boolean isTraced) {
    if (!isTraced) {
      return object;
    }
    var assessment = guardrail.assessment(guardrail.found(ask.lastUserText()));
    var input = Fields.none().with(guardrail.id(), assessment).json();
    var trace = Fields.none().with("inputAssessment", input).json();
    return object.with(member, Fields.none().with("guardrail", trace).json());
  }
}
