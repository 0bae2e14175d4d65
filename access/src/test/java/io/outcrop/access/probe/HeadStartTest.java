package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Others wait for the first, and not for ever.
@Timeout(60)
final class HeadStartTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  @Test
  void nobodyWaitsForEverForOneThatNeverLeaves() {
    var ahead = new HeadStart(Duration.ofMillis(1));

    ahead.await();

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whoeverWaitsGoesOnceTheFirstHasLeft() throws InterruptedException {
    var ahead = new HeadStart(FOR_EVER);
    var waiting = Thread.ofPlatform().daemon().start(ahead::await);
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }

    ahead.leave();

    waiting.join();
  }

  @Test
  void anInterruptedOneGoesAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    new HeadStart(FOR_EVER).await();

    assertThat(Thread.interrupted()).isTrue();
  }
}
