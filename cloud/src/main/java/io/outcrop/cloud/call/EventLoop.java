package io.outcrop.cloud.call;

import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The one thread that moves the bytes of streams. Left to itself the SDK takes two seconds to end
/// one; a command that is done does not wait for that.
final class EventLoop implements SdkAutoCloseable {
  private final SdkEventLoopGroup group =
      SdkEventLoopGroup.builder()
          .numberOfThreads(1)
          .threadFactory(Thread.ofPlatform().name("outcrop-streams").daemon().factory())
          .build();

  SdkEventLoopGroup group() {
    return group;
  }

  @Override
  public void close() {
    var _ = group.eventLoopGroup().shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
