package io.outcrop.causes.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanTextTest {
  static List<List<String>> texts() {
    return List.of(
        List.of("a  b", "a b"),
        List.of("a \r\n\t b", "a\nb"),
        List.of("\u001b[1;31mred\u001b[0m", "red"),
        List.of("\\u001b[31mred\\x1b[0m \\033[1mbold", "red bold"),
        List.of("isn\u2019t isn\\u2019t isn&#39;t", "isn't isn't isn't"),
        List.of("{\\\"a\\\":\\\\\\\"b\\\\\\\"}", "{\"a\":\"b\"}"),
        List.of("one\\ntwo\\\\nthree", "one\ntwo\nthree"),
        List.of("v1%3A0 v1%253A0", "v1:0 v1:0"),
        List.of("quo=\nted", "quoted"),
        List.of("a\n> | b\n  \u2502 c", "a\nb\nc"),
        List.of("zero\u200bwidth\u00adsoft", "zerowidthsoft"),
        List.of("C:\\Users", "C:\\Users"),
        List.of("\\", "\\"),
        List.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isPlain(List<String> text) {
    assertThat(CleanText.of(text.getFirst(), 1_000).text()).isEqualTo(text.getLast());
  }

  @Test
  void everyCharacterKnowsItsPlace() {
    var original = "\u001b[31mThe \\\"model\\\"\n   isn\\u2019t\u001b[0m there";
    var clean = CleanText.of(original, 1_000);
    var start = clean.text().indexOf("isn't");
    assertThat(clean.originalWords(start, start + "isn't".length())).isEqualTo("isn\\u2019t");
    assertThat(clean.originalStart(start)).isEqualTo(original.indexOf("isn"));
  }

  @Test
  void ofALongTextTheMiddleIsLeftOut() {
    var original = "begin" + "x".repeat(100) + "end";
    var clean = CleanText.of(original, 20);
    assertThat(clean.text()).startsWith("beginxxxxx\u0000").endsWith("xend").hasSize(21);
    var end = clean.text().length();
    assertThat(clean.originalEnd(end)).isEqualTo(original.length());
  }

  @Test
  void phrasesAreFoundHoweverTheyAreWrapped() {
    var book = new PhraseBook(Map.of("throughput", List.of("model ID … isn't supported")));
    var text = "Model\n I\u001b[0mD claude with on-demand throughput isn\u2019t sup\n ported.";
    var squeezed = SqueezedText.of(CleanText.of(text, 1_000));
    assertThat(book.find(squeezed)).extracting(PhraseBook.Hit::name).containsExactly("throughput");
  }

  @Test
  void aPhraseBeginsWhereAWordBegins() {
    var book = new PhraseBook(Map.of("region", List.of("region is missing")));
    var inside = SqueezedText.of(CleanText.of("subregion is missing", 1_000));
    assertThat(book.find(inside)).isEmpty();
  }

  @Test
  void aPartMayBeOneOfSeveral() {
    var book =
        new PhraseBook(Map.of("absent", List.of("(unable to|could not) ~ (token|credential)")));
    for (var said : List.of("Unable to load the token", "we could not find any credentials")) {
      assertThat(book.find(SqueezedText.of(CleanText.of(said, 1_000)))).as(said).hasSize(1);
    }
    var other = SqueezedText.of(CleanText.of("the token could not be worse", 1_000));
    assertThat(book.find(other)).isEmpty();
  }

  @Test
  void nearIsAFewWordsOff() {
    var book = new PhraseBook(Map.of("near", List.of("first part ~ second part")));
    var near = "first part " + "x".repeat(PhraseBook.NEAR) + " second part";
    var far = "first part " + "x".repeat(PhraseBook.NEAR + 1) + " second part";
    assertThat(book.find(SqueezedText.of(CleanText.of(near, 1_000)))).hasSize(1);
    assertThat(book.find(SqueezedText.of(CleanText.of(far, 1_000)))).isEmpty();
  }

  @Test
  void aGapHasAnEnd() {
    var book = new PhraseBook(Map.of("gap", List.of("first part … second part")));
    var near = "first part " + "x".repeat(PhraseBook.LONGEST_GAP) + " second part";
    var far = "first part " + "x".repeat(PhraseBook.LONGEST_GAP + 1) + " second part";
    assertThat(book.find(SqueezedText.of(CleanText.of(near, 1_000)))).hasSize(1);
    assertThat(book.find(SqueezedText.of(CleanText.of(far, 1_000)))).isEmpty();
  }
}
