package io.outcrop.iam.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownTest {
  @Test
  void isSaidInWords() {
    assertThat(new Unknown.OfCondition("StringEquals", "aws:SourceIp", List.of("x")).words())
        .isEqualTo("condition key `aws:SourceIp`");
    assertThat(new Unknown.OfResource(List.of("b", "a", "b")).words())
        .isEqualTo("policy variables in `a`, `b`");
    assertThat(new Unknown.OfSessionName(List.of("s")).words())
        .isEqualTo("name of the caller's session");
    assertThat(new Unknown.OfLayer(LayerName.SCP, "not readable").words())
        .isEqualTo(LayerName.SCP.words() + ": not readable");
  }

  @Test
  void orderAndRepetitionOfItsNamesDoNotMatter() {
    assertThat(new Unknown.OfSessionName(List.of("b", "a", "b")))
        .isEqualTo(new Unknown.OfSessionName(List.of("a", "b")));
    assertThat(new Unknown.OfCondition("Bool", "k", List.of("b", "a", "a")))
        .isEqualTo(new Unknown.OfCondition("Bool", "k", List.of("a", "b")));
  }
}
