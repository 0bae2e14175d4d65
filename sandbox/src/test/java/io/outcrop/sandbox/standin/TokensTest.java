package io.outcrop.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokensTest {
  @Test
  void countIsTheNumberOfPieces() {
    var random = new Random(7);
    for (var i = 0; i < 500; i++) {
      var text = new StringBuilder();
      for (var j = 0; j < random.nextInt(60); j++) {
        text.appendCodePoint("aZ9 \n.,é日😀".codePointAt(random.nextInt(9)));
      }
      var tokens = Tokens.split(text.toString());
      assertThat(String.join("", tokens)).isEqualTo(text.toString());
      assertThat(tokens).hasSize((int) Tokens.count(text.toString()));
    }
  }

  @Test
  void aShortWordIsOneTokenWithItsSpace() {
    assertThat(Tokens.split("Hello, the 12345 inhabitants"))
        .containsExactly("Hello", ",", " the", " 123", "45", " inhabit", "ants");
  }
}
