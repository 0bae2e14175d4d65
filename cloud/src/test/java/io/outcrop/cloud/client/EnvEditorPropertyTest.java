package io.outcrop.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EnvEditorPropertyTest {
  private static final List<String> LINES =
      List.of(
          "",
          "# a comment = with an equals sign",
          "OTHER=ours='not'",
          "  export AWS_REGION = eu-west-1   # here",
          "AWS_REGION=us-east-1",
          "AWS_REGION=",
          "AWS_REGION=            # Optional",
          "AWS_REGION=#",
          "AWS_REGION=\"a b\" # quoted",
          "AWS_REGION='c#d'",
          "AWS_REGION=\"never closed",
          "KEY=\"-----BEGIN\nAWS_REGION=inside\n-----END\"",
          "not an assignment",
          "CORS_ORIGINS=[\"http://localhost:3000\"]",
          "UMLAUT=\u00e4\u00f6 \u00e4");
  private static final List<String> VALUES =
      List.of("us-east-1", "a b", "x#y", "quote\"d", "back\\slash", "$HOME", "'single'", "", "=");

  static IntStream seeds() {
    return IntStream.range(0, 2000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void setsOneVariableAndKeepsEverythingElse(int seed) {
    var random = new Random(seed);
    var text = text(random);
    var value = VALUES.get(random.nextInt(VALUES.size()));
    var line = EnvEditor.line(text, "AWS_REGION");

    var changed = EnvEditor.set(text, "AWS_REGION", value);

    assertThat(EnvFile.read(changed).getOrDefault("AWS_REGION", "")).isEqualTo(value);
    assertThat(others(changed)).isEqualTo(others(text));
    assertThat(EnvEditor.set(changed, "AWS_REGION", value)).isEqualTo(changed);
    assertThat(EnvEditor.restore(changed, "AWS_REGION", line)).isEqualTo(text);
  }

  @Test
  void keepsTheCommentBehindTheValue() {
    assertThat(EnvEditor.set("A=1\r\nAWS_PROFILE=     # Optional\r\nB=2", "AWS_PROFILE", "dev"))
        .isEqualTo("A=1\r\nAWS_PROFILE=dev     # Optional\r\nB=2");
  }

  @Test
  void refusesValuesThatSpanLines() {
    assertThatThrownBy(() -> EnvEditor.set("", "AWS_PROFILE", "a\nAWS_REGION=b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Every assignment but those of the changed variable, with its text.
  private static List<String> others(String text) {
    return EnvText.of(text).assignments().stream()
        .filter(each -> !each.name().equals("AWS_REGION"))
        .map(each -> text.substring(each.start(), each.end()))
        .toList();
  }

  private static String text(Random random) {
    var terminator = random.nextBoolean() ? "\n" : "\r\n";
    var text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
    var count = random.nextInt(6);
    for (var i = 0; i < count; i++) {
      text.append(LINES.get(random.nextInt(LINES.size())));
      if (i + 1 < count || random.nextBoolean()) {
        text.append(terminator);
      }
    }
    return text.toString();
  }
}
