package io.outcrop.causes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StemsTest {
  @Test
  void wordsLoseTheirEndingsAndStandInPairsToo() {
    assertThat(stems("Documents listed twice"))
        .containsExactly("document", "list", "document list", "twice", "list twice");
  }

  @Test
  void camelCaseIsSeveralWords() {
    assertThat(stems("toolChoice.autoMode")).contains("tool", "choice", "auto", "mode");
  }

  @Test
  void commonWordsNumbersAndShortOnesAreLeftOut() {
    assertThat(stems("An error occurred when calling it: HTTP 400")).isEmpty();
  }

  @Test
  void framesOfStackTracesAreLeftOut() {
    assertThat(
            stems("  at software.retry.Stage.execute(Stage.java:73)\nFile \"/app/llm.py\", line 3"))
        .isEmpty();
  }

  @Test
  void theyKnowWhereTheyStand() {
    var text = "no proxy answered";
    for (var stem : Stems.of(text, 10)) {
      assertThat(text.substring(stem.start(), stem.end()))
          .startsWith(stem.stem().replaceFirst(" .*", ""));
    }
  }

  @Test
  void soManyWordsAndNoMore() {
    assertThat(Stems.of("proxy ".repeat(100), 10)).hasSize(19);
  }

  private static List<String> stems(String text) {
    return Stems.of(text, 100).stream().map(Stems.Stem::stem).toList();
  }
}
