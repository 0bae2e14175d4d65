package io.outcrop.report.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void whatStaysStandsAroundWhatChanges() {
    assertThat(
            LineDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n")
                .unified("a", "b"))
        .isEqualTo(
            """
            --- a
            +++ b
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +X
             6
             7
             8
            """);
  }

  @Test
  void changesFarApartAreHunksOfTheirOwn() {
    var before = "a\n" + "x\n".repeat(20) + "b\n";
    var after = "x\n".repeat(20) + "c\nd\n";
    assertThat(
            LineDiff.of(before, after)
                .unified("a", "b")
                .lines()
                .filter(one -> one.startsWith("@@")))
        .containsExactly("@@ -1,4 +1,3 @@", "@@ -19,4 +18,5 @@");
    var page = new Page();
    LineDiff.of(before, after).addTo(page, 2);
    assertThat(page.render(Look.plain()))
        .isEqualTo("  - a\n    x\n    x\n    x\n  …\n    x\n    x\n    x\n  - b\n  + c\n  + d\n");
  }

  @Test
  void aTextFromNothingIsAllNew() {
    assertThat(LineDiff.of("", "a\nb").unified("a", "b")).contains("@@ -0,0 +1,2 @@\n+a\n+b\n");
    assertThat(LineDiff.of("a", "a").isEmpty()).isTrue();
    assertThat(LineDiff.of("a", "a").unified("a", "b")).isEmpty();
  }

  /// Whatever the texts, the old lines of a diff with enough around them are the old text, and the
  /// new lines the new one.
  @Test
  void bothTextsCanBeReadFromTheDiff() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    for (var i = 0; i < 500; i++) {
      var before = text(random);
      var after = text(random);
      var lines = LineDiff.of(before, after).unified("", "").lines().toList();
      var body = lines.stream().filter(line -> !line.matches("(---|\\+\\+\\+) |@@.*")).toList();
      if (before.equals(after)) {
        assertThat(body).isEmpty();
      } else if (lines.stream().filter(line -> line.startsWith("@@")).count() == 1) {
        assertThat(before).as("seed " + seed).contains(part(body, "-"));
        assertThat(after).as("seed " + seed).contains(part(body, "+"));
      }
    }
  }

  private static String part(List<String> body, String sign) {
    var part = new ArrayList<String>();
    for (var line : body) {
      if (line.startsWith(" ") || line.startsWith(sign)) {
        part.add(line.substring(1));
      }
    }
    return String.join("\n", part);
  }

  private static String text(Random random) {
    var lines = new ArrayList<String>();
    for (var i = random.nextInt(8); i >= 0; i--) {
      lines.add(String.valueOf((char) ('a' + random.nextInt(3))));
    }
    return String.join("\n", lines);
  }
}
