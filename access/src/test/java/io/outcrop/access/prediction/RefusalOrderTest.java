package io.outcrop.access.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusalOrderTest {
  private final RefusalOrder order = RefusalOrder.shipped();

  @Test
  void everyGateHasOnePlace() {
    assertThat(order.gates()).containsExactlyInAnyOrder(Gate.values());
  }

  @Test
  void authenticationComesBeforeAuthorisationBeforeTheService() {
    assertThat(order.gates())
        .containsSubsequence(
            Gate.CREDENTIALS,
            Gate.SIGNATURE,
            Gate.IAM,
            Gate.MARKETPLACE,
            Gate.LIFECYCLE,
            Gate.BODY);
  }

  @Test
  void whatNoSourceSettlesIsMarked() {
    assertThat(order.isSettled(Gate.IAM)).isTrue();
    assertThat(order.isSettled(Gate.LIFECYCLE)).isFalse();
  }
}
