package io.outcrop.sandbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Block;
import io.outcrop.sandbox.conversation.Completion;
import io.outcrop.sandbox.conversation.Ending;
import io.outcrop.sandbox.conversation.Piece;
import io.outcrop.sandbox.conversation.Usage;
import io.outcrop.sandbox.conversation.Voice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardedTest {
  private static final Guardrail GUARDRAIL =
      new Guardrail(
          "gr1",
          object(
              """
              {"wordPolicy": {"words": [{"text": "secret plan"}, {"text": "Zürich"}]},
               "blockedInputMessaging": "not asked", "blockedOutputsMessaging": "not said"}\
              """));

  private static Json.Obj object(String text) {
    return (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
  }

  private static Ask ask(String said) {
    return new Ask(
        object(
            "{\"max_tokens\": 9, \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}"
                .formatted(said)),
        List.of());
  }

  private static Guarded saying(String text) {
    Voice voice =
        (_, _) ->
            new Voice.Answer.Whole(
                new Completion(List.of(new Block.Text(text)), Ending.END_TURN, Usage.of(3, 4)));
    return new Guarded(voice, GUARDRAIL, Usage.of(3, 0));
  }

  private static Completion whole(Guarded guarded, String said) {
    return ((Voice.Answer.Whole) guarded.answer(ask(said), true)).completion();
  }

  @Test
  void wordsAreFoundWhole() {
    assertThat(GUARDRAIL.found("the Secret Plan, in ZÜRICH"))
        .containsExactly("secret plan", "Zürich");
    assertThat(GUARDRAIL.found("secret plans of Zürichers")).isEmpty();
  }

  @Test
  void aQuestionThatIsStoppedIsNotAsked() {
    var completion = whole(saying("anything"), "what is the secret plan?");
    assertThat(completion.text()).isEqualTo("not asked");
    assertThat(completion.ending().word()).isEqualTo("guardrail_intervened");
    assertThat(completion.usage().output()).isZero();
  }

  @Test
  void anAnswerThatIsStoppedIsNotSaid() {
    assertThat(whole(saying("the secret plan is"), "hello").text()).isEqualTo("not said");
    assertThat(whole(saying("a plan"), "hello").text()).isEqualTo("a plan");
  }

  @Test
  void aStreamIsHeardWholeFirst() {
    var answer = saying("the secret plan is").answer(ask("hello"), false);
    var text = new StringBuilder();
    try (var pieces = ((Voice.Answer.Streamed) answer).pieces()) {
      while (pieces.hasNext()) {
        if (pieces.next() instanceof Piece.TextMore(_, String more)) {
          text.append(more);
        }
      }
    }
    assertThat(text).hasToString("not said");
  }

  @Test
  void theReplySaysWhatTheGuardrailDid() {
    var guarded = saying("anything");
    var asked = ask("the secret plan");
    var completion = whole(guarded, "the secret plan");
    var reply = new Reply.Payload("application/json", "{\"type\":\"message\"}", Map.of());
    assertThat(((Reply.Payload) guarded.told(reply, asked, completion, true)).body())
        .isEqualTo(
            "{\"type\":\"message\",\"amazon-bedrock-guardrailAction\":\"INTERVENED\","
                + "\"amazon-bedrock-trace\":{\"guardrail\":{\"inputAssessment\":{\"gr1\":"
                + "{\"wordPolicy\":{\"customWords\":[{\"match\":\"secret plan\","
                + "\"action\":\"BLOCKED\",\"detected\":true}],\"managedWordLists\":[]}}}}}}");
  }
}
