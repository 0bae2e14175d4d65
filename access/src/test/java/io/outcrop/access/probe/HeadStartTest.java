package io.outcrop.access.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Others wait for the first, and not for ever.
final class HeadStartTest {
  private final HeadStart ahead = new HeadStart();

  @Test
  void nobodyWaitsForOneThatNeverLeaves() {
    ahead.await();
  }

  @Test
  void whoeverWaitsGoesOnceTheFirstHasLeft() throws InterruptedException {
    var went = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          ahead.await();
          went.countDown();
        });

    ahead.leave();
    went.await();
  }

  @Test
  void anInterruptedOneGoesAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    ahead.await();

    assertThat(Thread.interrupted()).isTrue();
  }
}
