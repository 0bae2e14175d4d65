package io.outcrop.report.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void whatAServiceSaysCannotSteerATerminal() {
    var page = new Page().text(0, Styled.prose("a\u001b[2Jb\u202Ec\nd\u0007"));
    assertThat(page.render(new Look(80, true, false, false, false)))
        .doesNotContain("\u001b[2J", "\u202E", "\u0007")
        .isEqualTo("a\uFFFD[2Jb\uFFFDc d\uFFFD\n");
  }

  @Test
  void linesKeepWithinTheWidthButWordsAndCommandsStayWhole() {
    var command = "aws iam put-user-policy --user-name alice --policy-document file://policy.json";
    var page =
        new Page()
            .item(2, Mark.BROKEN, Styled.prose("some words that go on and on ".repeat(5)))
            .verbatim(4, command);
    var lines = page.render(new Look(40, false, false, false, false)).lines().toList();
    assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.length() <= 40);
    assertThat(lines.getLast()).isEqualTo("    " + command);
  }

  @Test
  void keyIdsAreAlwaysShortened() {
    assertThat(Masking.of("", false).apply("key AKIAIOSFODNN7EXAMPLE is inactive"))
        .isEqualTo("key AKIA…MPLE is inactive");
  }

  @Test
  void namesOfArnsAreHiddenWhereverTheyStand() {
    var text =
        "arn:aws:sts::111122223333:assumed-role/poetry-role/poetry-fn may not; role `poetry-role`"
            + " of 111122223333, ask ops@example.com";
    assertThat(Masking.of(text, true).apply(text))
        .isEqualTo(
            "arn:aws:sts::************:assumed-role/****/**** may not; role `****` of"
                + " ************, ask ****@****");
  }

  @Test
  void namesThatAwsGivesStay() {
    var text =
        "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1 and"
            + " arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-v2:1"
            + " and arn:aws:iam::aws:policy/AmazonBedrockFullAccess";
    assertThat(Masking.of(text, true).apply(text))
        .isEqualTo(text.replace("111122223333", "************"));
  }

  @Test
  void asciiHasNoOtherLetters() {
    var page = new Page().item(0, Mark.FINE, Styled.prose("one … two → three – “four”"));
    assertThat(page.render(new Look(80, false, true, false, false)))
        .isEqualTo("ok   one ... two -> three - \"four\"\n");
  }
}
