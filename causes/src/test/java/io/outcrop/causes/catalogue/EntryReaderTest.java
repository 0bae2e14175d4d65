package io.outcrop.causes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outcrop.json.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReaderTest {
  private static final String ENTRY =
      """
      {"slug": "no-region", "family": "A", "summary": "s", "means": "m.", "why": "w", "confirm": "c",
       "sentences": {"no-region": ["you must specify a region"]},
       "tells": [{"when": {"sentence": ["no-region"]}, "says": "decides", "points": 80}],
       "lookAlikes": [], "cures": [{"applicability": "automatic", "title": "set the region"}],
       "retry": "same-route", "delay": {"first": "PT2S", "most": "PT1M"}, "who": "caller", "source": "page, read 2026-11", "asOf": "2026-11-20",
       "example": {"text": "You must specify a region."}}
      """;

  @Test
  void readsAnEntry() {
    assertThat(EntryReader.read(ENTRY)).isInstanceOf(EntryReading.Read.class);
    var entry = ((EntryReading.Read) EntryReader.read(ENTRY)).entry();
    assertThat(entry.cause().retry()).isEqualTo(Cause.Retry.SAME_ROUTE);
    assertThat(entry.cause().delay())
        .isEqualTo(new Cause.Delay(Duration.ofSeconds(2), Duration.ofMinutes(1)));
    assertThat(entry.tells())
        .extracting(Tell::says, Tell::points, Tell::alone)
        .containsExactly(tuple(Tell.Strength.DECIDES, 80, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"retry\": \"same-route\" | \"retry\": \"always\" | /retry",
        "\"PT2S\" | \"two seconds\" | /delay/first",
        "\"PT2S\" | \"PT2M\" | /delay",
        "\"who\": \"caller\" | \"who\": \"nobody\" | /who",
        "\"says\": \"decides\" | \"says\": \"maybe\" | /tells/0/says",
        "\"points\": 80 | \"points\": 101 | /tells/0/points",
        "{\"sentence\": [\"no-region\"]} | {} | /tells/0/when",
        "\"family\": \"A\", | `` | /family",
        "\"lookAlikes\": [], | \"lookAlike\": [], | /lookAlike",
        "\"automatic\" | \"magic\" | /cures/0/applicability"
      })
  void saysWhereAnEntryIsWrong(String right, String wrong, String pointer) {
    assertThat(ENTRY).contains(right);
    var reading = EntryReader.read(ENTRY.replace(right, wrong));
    assertThat(reading).isInstanceOf(EntryReading.Malformed.class);
    List<Problem> problems = ((EntryReading.Malformed) reading).problems();
    assertThat(problems).extracting(Problem::pointer).contains(pointer);
  }

  @Test
  void saysThatATextIsNoJson() {
    assertThat(EntryReader.read("{")).isInstanceOf(EntryReading.Malformed.class);
  }
}
