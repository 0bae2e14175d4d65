package io.outcrop.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SentenceTest {
  @Test
  void everySentenceHasWordsASourceAndAStatus() throws IOException {
    try (var in =
        SentenceTest.class.getResourceAsStream("/io/outcrop/sandbox/fidelity/anthropic.json")) {
      assertThat(in).isNotNull();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var data = (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
      var ids =
          data.list("entries").stream()
              .map(Json.Obj.class::cast)
              .peek(SentenceTest::isComplete)
              .map(entry -> entry.text("id").orElseThrow())
              .toList();
      assertThat(ids)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Sentence.values()).map(Sentence::id).toList());
    }
  }

  private static void isComplete(Json.Obj entry) {
    assertThat(entry.text("sentence")).get().asString().isNotBlank();
    assertThat(entry.text("source")).get().asString().isNotBlank();
    assertThat(entry.text("asOf")).get().asString().startsWith("20");
    assertThat(Set.of("documented", "observed", "unverified"))
        .contains(entry.text("status").orElse(""));
  }
}
