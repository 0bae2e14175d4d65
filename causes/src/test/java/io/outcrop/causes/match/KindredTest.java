package io.outcrop.causes.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.SignalReader;
import io.outcrop.causes.text.PhraseBook;
import io.outcrop.models.ModelCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindredTest {
  private static final List<Entry> ENTRIES = CauseCatalogue.shipped().entries();
  private static final CauseMatcher MATCHER = new CauseMatcher(ENTRIES, ModelCatalogue.shipped());
  private static final SignalReader READER = new SignalReader(new PhraseBook(Map.of()), 100_000);

  @Test
  void itNeverDecidesAndAlwaysShowsWordsOfTheText() {
    for (var entry : ENTRIES) {
      for (var text : List.of(described(entry), "Bedrock: " + entry.example().text())) {
        for (var match : kin(text)) {
          assertThat(match.tell().says()).as(text).isNotEqualTo(Tell.Strength.DECIDES);
          assertThat(match.because()).as(text).isNotEmpty();
          match
              .because()
              .forEach(span ->
                  assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()));
        }
      }
    }
  }

  @Test
  void whoDescribesACauseIsUnderstood() {
    var understood = ENTRIES.stream().filter(KindredTest::isUnderstood).count();
    assertThat(understood).isGreaterThan(ENTRIES.size() * 8L / 10);
  }

  @Test
  void whatDoesNotSpeakOfAwsIsOfNoKin() {
    var text = "the document file name holds more than one consecutive whitespace character";
    assertThat(kin("Bedrock: " + text)).isNotEmpty();
    assertThat(kin(text)).isEmpty();
  }

  @Test
  void whatIsNearToTwoIsOfNoKin() {
    assertThat(kin("Bedrock: the request failed, see the documentation for details")).isEmpty();
  }

  private static boolean isUnderstood(Entry entry) {
    return kin(described(entry)).stream().anyMatch(match -> match.slug().equals(entry.slug()));
  }

  private static String described(Entry entry) {
    return "Bedrock: " + entry.cause().summary() + ". " + entry.cause().why();
  }

  private static List<Match> kin(String text) {
    var circumstances = new Circumstances("", "", null);
    return MATCHER.withKin(List.of(), READER.read(text), READER.readWords(text), circumstances);
  }
}
