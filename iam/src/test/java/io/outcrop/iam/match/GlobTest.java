package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "**, abc, true",
    "?, '', false",
    "?, a, true",
    "a*, a, true",
    "*a, ba, true",
    "*a, ab, false",
    "a*a, a, false",
    "a*a, aa, true",
    "a*b*c, axxbyyc, true",
    "a*b*c, axxcyyb, false",
    "*ab*ab*, ab, false",
    "*ab*ab*, abab, true",
    "a?c*?, abcd, true",
    "a?c*?, abc, false",
    "*?b?*, aab, false",
    "*?b?*, aabb, true",
    "a.c, abc, false",
    "'[a-z]+', abc, false",
    "A, a, false"
  })
  void matchesTheWholeText(String pattern, String text, boolean matches) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void onlyStarsMatchAnything() {
    assertThat(Glob.of("**").matchesAnything()).isTrue();
    assertThat(Glob.of("*?").matchesAnything()).isFalse();
    assertThat(Glob.of("").matchesAnything()).isFalse();
  }

  @Test
  void marksOfWildcardsInTheTextAreNoWildcards() {
    assertThat(Glob.of("a\uFFFEb\uFFFF").matches("axxbx")).isFalse();
  }

  @Test
  @Timeout(10)
  void manyStarsOnALongTextTakeNoTime() {
    var glob = Glob.of("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");
    var mixed = Glob.of("*a?a*a?a*a?a*a?a*a?a*a?a*c?b*");
    var text = "a".repeat(2_000);
    var start = System.nanoTime();
    for (var i = 0; i < 200; i++) {
      assertThat(glob.matches(text)).isFalse();
      assertThat(mixed.matches(text)).isFalse();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
