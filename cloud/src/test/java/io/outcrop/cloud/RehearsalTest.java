package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer;
import org.junit.jupiter.api.Test;

/// What is rehearsed gets as far as a call that succeeds; else the first real one would have to do
/// the rest.
final class RehearsalTest {
  @Test
  void everyCallIsAnswered() {
    assertThat(Rehearsal.run())
        .hasSize(3)
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Succeeded.class));
  }
}
