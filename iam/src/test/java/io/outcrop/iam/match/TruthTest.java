package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final Truth NO_A = Truth.open(false, Set.of("a"));
  private static final Truth NO_B = Truth.open(false, Set.of("b"));
  private static final Truth YES_A = Truth.open(true, Set.of("a"));
  private static final Truth YES_B = Truth.open(true, Set.of("b"));

  @Test
  void theOppositeIsTurnedByTheSameKeys() {
    assertThat(Truth.YES.not()).isSameAs(Truth.NO);
    assertThat(Truth.NO.not()).isSameAs(Truth.YES);
    assertThat(Truth.MAYBE.not()).isSameAs(Truth.MAYBE);
    assertThat(NO_A.not()).isEqualTo(YES_A);
  }

  @Test
  void allHold() {
    assertThat(Truth.all(List.of())).isEqualTo(Truth.YES);
    assertThat(Truth.all(List.of(Truth.YES, Truth.NO, Truth.MAYBE))).isEqualTo(Truth.NO);
    assertThat(Truth.all(List.of(Truth.YES, Truth.MAYBE))).isEqualTo(Truth.MAYBE);
    assertThat(Truth.all(List.of(NO_A, YES_B))).isEqualTo(NO_A);
    assertThat(Truth.all(List.of(NO_A, NO_B)).turnedBy()).containsExactly("a", "b");
    assertThat(Truth.all(List.of(NO_A, Truth.NO))).isEqualTo(Truth.NO);
    assertThat(Truth.all(List.of(YES_A, YES_B)).turnedBy()).containsExactly("a", "b");
    assertThat(Truth.all(List.of(NO_A, Truth.MAYBE))).isEqualTo(NO_A);
  }

  @Test
  void anyHolds() {
    assertThat(Truth.any(List.of())).isEqualTo(Truth.NO);
    assertThat(Truth.any(List.of(Truth.NO, Truth.YES, Truth.MAYBE))).isEqualTo(Truth.YES);
    assertThat(Truth.any(List.of(Truth.NO, Truth.MAYBE))).isEqualTo(Truth.MAYBE);
    assertThat(Truth.any(List.of(YES_A, NO_B))).isEqualTo(YES_A);
    assertThat(Truth.any(List.of(YES_A, Truth.YES))).isEqualTo(Truth.YES);
    assertThat(Truth.any(List.of(NO_A, NO_B)).turnedBy()).containsExactly("a", "b");
  }

  @Test
  void isWhatItSays() {
    assertThat(Truth.YES.isAlways()).isTrue();
    assertThat(YES_A.isAlways()).isFalse();
    assertThat(YES_A.holds()).isTrue();
    assertThat(NO_A.isNever()).isFalse();
    assertThat(Truth.NO.isNever()).isTrue();
    assertThat(Truth.MAYBE.isNever()).isFalse();
    assertThat(Truth.MAYBE.isAlways()).isFalse();
    assertThat(Truth.MAYBE.isUnknown()).isTrue();
    assertThat(Truth.open(true, Set.of())).isSameAs(Truth.YES);
  }
}
