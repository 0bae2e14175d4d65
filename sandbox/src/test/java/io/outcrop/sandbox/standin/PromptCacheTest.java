package io.outcrop.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PromptCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String LONG = "word ".repeat(1200).strip();

  private final PromptCache cache = new PromptCache();

  private Usage read(String owner, String system, String said, Instant at) {
    return cache.read(owner, PromptTokens.of(ask(system, said)), 1024, at);
  }

  private static Ask ask(String system, String said) {
    var text =
        """
        {"max_tokens": 1, "system": [%s], "messages": [{"role": "user", "content": "%s"}]}\
        """
            .formatted(system, said);
    return new Ask((Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value(), List.of());
  }

  private static String marked(String text, String ttl) {
    return "{\"type\": \"text\", \"text\": \"%s\", \"cache_control\": {\"type\": \"ephemeral\"%s}}"
        .formatted(text, ttl.isEmpty() ? "" : ", \"ttl\": \"" + ttl + "\"");
  }

  @Test
  void theFirstCallWritesAndTheNextOnesRead() {
    var system = marked(LONG, "");
    var first = read("a", system, "Hello", NOW);
    assertThat(first).isEqualTo(new Usage(8, 0, 0, 1200, 0));
    var second = read("a", system, "Something else", NOW.plusSeconds(299));
    assertThat(second).isEqualTo(new Usage(10, 0, 1200, 0, 0));
  }

  @Test
  void readingKeepsItAliveAndTimeEndsIt() {
    var system = marked(LONG, "");
    read("a", system, "Hello", NOW);
    read("a", system, "Hello", NOW.plusSeconds(290));
    assertThat(read("a", system, "Hello", NOW.plusSeconds(580)).cacheRead()).isEqualTo(1200);
    assertThat(read("a", system, "Hello", NOW.plusSeconds(880)).cacheRead()).isZero();
  }

  @Test
  void anHourIsAnHour() {
    var system = marked(LONG, "1h");
    assertThat(read("a", system, "Hello", NOW)).isEqualTo(new Usage(8, 0, 0, 0, 1200));
    var later = NOW.plus(Duration.ofMinutes(59));
    assertThat(read("a", system, "Hello", later).cacheRead()).isEqualTo(1200);
  }

  @Test
  void nobodyReadsWhatAnotherWrote() {
    var system = marked(LONG, "");
    read("a", system, "Hello", NOW);
    assertThat(read("b", system, "Hello", NOW).cacheRead()).isZero();
  }

  @Test
  void whatIsTooShortIsNotKept() {
    var system = marked("short", "");
    assertThat(read("a", system, "Hello", NOW).cacheWrite()).isZero();
    assertThat(read("a", system, "Hello", NOW)).isEqualTo(Usage.of(9, 0));
  }

  @Test
  void aLongerPromptReadsTheShorterAndWritesTheRest() {
    read("a", marked(LONG, ""), "Hello", NOW);
    var more = marked(LONG, "") + "," + marked("More of it here", "");
    assertThat(read("a", more, "Hello", NOW)).isEqualTo(new Usage(8, 0, 1200, 4, 0));
  }

  @Test
  void aChangedBeginningIsReadAnew() {
    read("a", marked(LONG, ""), "Hello", NOW);
    assertThat(read("a", marked("Not " + LONG, ""), "Hello", NOW).cacheRead()).isZero();
  }
}
