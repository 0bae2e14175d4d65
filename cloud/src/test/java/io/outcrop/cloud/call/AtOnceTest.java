package io.outcrop.cloud.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AtOnceTest {
  @Test
  void answersComeInTheOrderOfTheThings() {
    try (var together = new AtOnce(3)) {
      var numbers = IntStream.range(0, 50).boxed().toList();
      assertThat(together.each(numbers, number -> number * 2))
          .isEqualTo(numbers.stream().map(number -> number * 2).toList());
      assertThat(together.each(List.<Integer>of(), number -> number)).isEmpty();
    }
  }

  /// Each waits for the others of its group, so that fewer at once would never end.
  @Test
  void asManyGoOnAtTheSameTimeAsMayAndNoMore() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var three = new CountDownLatch(3);
    try (var together = new AtOnce(3)) {
      together.each(
          IntStream.range(0, 12).boxed().toList(),
          number -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
            return number;
          });
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void whatBreaksBreaksWhoeverAsks() {
    try (var together = new AtOnce(2)) {
      var broken =
          together.<String>begin(() -> {
            throw new IllegalArgumentException("no");
          });
      assertThatThrownBy(broken::get).isInstanceOf(IllegalArgumentException.class).hasMessage("no");
    }
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() {
    try (var together = new AtOnce(1)) {
      var never = new CountDownLatch(1);
      var later = together.begin(() -> await(never));
      Thread.currentThread().interrupt();
      assertThatThrownBy(later::get).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
