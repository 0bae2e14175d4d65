package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// That the watch would see a leak.
@ExtendWith(LeakWatch.class)
class LeakWatchTest {
  @Test
  void aForgottenBufferIsSeen() throws InterruptedException {
    forget();
    assertThat(LeakWatch.leaks()).hasSize(1);
    LeakWatch.leaks().clear();
  }

  private static void forget() {
    UnpooledByteBufAllocator.DEFAULT.directBuffer(16).writeInt(1);
  }
}
