package io.outcrop.models.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.models.quota.Quota.Kind;
import org.junit.jupiter.api.Test;

/// What the smallest call counts for.
final class LeastCallTest {
  @Test
  void itsInputAndWhatItWantsBackAreReserved() {
    var least = LeastCall.shipped();

    assertThat(least.counted(Kind.REQUESTS_PER_MINUTE)).isEqualByComparingTo("1");
    assertThat(least.counted(Kind.TOKENS_PER_MINUTE)).isEqualByComparingTo("9");
    assertThat(least.counted(Kind.TOKENS_PER_DAY)).isEqualByComparingTo("9");
  }
}
