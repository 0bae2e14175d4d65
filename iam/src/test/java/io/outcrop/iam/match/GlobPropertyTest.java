package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The matcher says what the textbook's table says, for short and long pieces, with and without
/// holes, wherever they stand.
class GlobPropertyTest {
  private static final int TRIALS = 40_000;

  @Test
  void agreesWithTheTable() {
    var random = new Random(1);
    var matching = 0;
    for (var trial = 0; trial < TRIALS; trial++) {
      var pattern = pattern(random);
      var text = text(random, pattern);
      var expected = table(pattern, text);
      assertThat(Glob.of(pattern).matches(text))
          .as("`%s` on `%s`", pattern, text)
          .isEqualTo(expected);
      var inside = "x" + text + "y";
      assertThat(Glob.of(pattern).matches(inside, 1, inside.length() - 1))
          .as("`%s` within `%s`", pattern, inside)
          .isEqualTo(expected);
      matching += expected ? 1 : 0;
    }
    assertThat(matching).isBetween(TRIALS / 5, TRIALS * 9 / 10);
  }

  /// Letters of a small alphabet, so that pieces nearly match again and again.
  private static String pattern(Random random) {
    var pattern = new StringBuilder();
    var pieces = 1 + random.nextInt(4);
    for (var i = 0; i < pieces; i++) {
      var longest = random.nextInt(20) == 0 ? 150 : random.nextInt(5) == 0 ? 40 : 5;
      var length = random.nextInt(longest);
      var holes = random.nextInt(3) == 0;
      for (var j = 0; j < length; j++) {
        pattern.append(holes && random.nextInt(4) == 0 ? '?' : letter(random));
      }
      if (i < pieces - 1 || random.nextBoolean()) {
        pattern.append(random.nextInt(8) == 0 ? "**" : "*");
      }
    }
    return pattern.toString();
  }

  /// What the pattern could stand for, with a mistake now and then.
  private static String text(Random random, String pattern) {
    var text = new StringBuilder();
    for (var i = 0; i < pattern.length(); i++) {
      var c = pattern.charAt(i);
      switch (c) {
        case '*' -> {
          for (var left = random.nextInt(12); left > 0; left--) {
            text.append(letter(random));
          }
          // the beginning of what has to follow, to be taken back
          var next = pattern.replace("*", "").replace('?', 'a');
          text.append(next, 0, random.nextInt(Math.min(next.length(), 30) + 1));
        }
        case '?' -> text.append(letter(random));
        default -> text.append(c);
      }
    }
    for (var left = random.nextInt(4); left > 0 && !text.isEmpty(); left--) {
      var at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, letter(random));
        case 1 -> text.deleteCharAt(at);
        default -> text.insert(at, letter(random));
      }
    }
    return text.toString();
  }

  private static char letter(Random random) {
    return random.nextInt(5) == 0 ? 'b' : 'a';
  }

  private static boolean table(String pattern, String text) {
    var before = new boolean[text.length() + 1];
    before[0] = true;
    for (var i = 0; i < pattern.length(); i++) {
      var c = pattern.charAt(i);
      var now = new boolean[text.length() + 1];
      for (var j = 0; j <= text.length(); j++) {
        now[j] =
            c == '*'
                ? before[j] || (j > 0 && now[j - 1])
                : j > 0 && before[j - 1] && (c == '?' || c == text.charAt(j - 1));
      }
      before = now;
    }
    return before[text.length()];
  }
}
