package io.outcrop.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileEditorTest {
  private static final String TEXT =
      """
      # mine
      [default]
      region = us-east-1   ; home

      [profile  dev]
      role_arn = arn:aws:iam::111122223333:role/app
      source_profile=defualt
      s3 =
        region = eu-west-1
      """;

  @Test
  void oneLineChangesAndAllElseStays() {
    assertThat(ProfileEditor.set(TEXT, "profile dev", "source_profile", "default"))
        .isEqualTo(TEXT.replace("source_profile=defualt", "source_profile = default"));
    assertThat(ProfileEditor.set(TEXT, "profile dev", "region", "eu-west-1"))
        .isEqualTo(TEXT.replace("[profile  dev]\n", "[profile  dev]\nregion = eu-west-1\n"));
    assertThat(ProfileEditor.set(TEXT, "default", "region", "us-east-1   ; home")).isEqualTo(TEXT);
    assertThat(ProfileEditor.set("", "default", "region", "us-east-1"))
        .isEqualTo("[default]\nregion = us-east-1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void whatWasSetIsTakenBackExactly(String terminator) {
    var random = new Random(7);
    var text = TEXT.replace("\n", terminator);
    for (var i = 0; i < 200; i++) {
      var section = random.nextBoolean() ? "default" : "profile dev";
      var name = random.nextBoolean() ? "region" : "source_profile";
      var before = ProfileEditor.line(text, section, name);
      var set = ProfileEditor.set(text, section, name, "v" + random.nextInt(9));
      assertThat(ProfileEditor.restore(set, section, name, before))
          .as("seed 7, " + i)
          .isEqualTo(text);
    }
  }

  @Test
  void aValueSpansNoLines() {
    assertThatThrownBy(() -> ProfileEditor.set(TEXT, "default", "region", "a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
