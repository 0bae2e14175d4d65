package io.outcrop.http.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.outcrop.http.Response;
import java.util.OptionalLong;

/// Where the parts of one answer go: the one difference between the two HTTPs. Its methods may be
/// called from any thread, but by one at a time.
sealed interface Outlet permits Http1Outlet, Http2Outlet {
  /// The connection, or the stream in it.
  Channel channel();

  /// Sends a whole answer.
  void whole(Response response, byte[] body);

  /// Sends the head of an answer whose body follows in parts.
  ///
  /// @param length of the whole body; empty if nobody knows
  void head(Response response, OptionalLong length);

  /// Whether the body is left out, as the answer to `HEAD` wants it.
  boolean withoutBody();

  /// Sends one part of the body; done when the operating system has it.
  ChannelFuture part(byte[] bytes);

  /// Says that the answer is complete.
  void end();

  /// Lets the client see that the answer broke off.
  void abort();

  /// Resets the connection, with everything that runs over it: no end, no farewell of TLS.
  default void reset() {
    var parent = channel().parent();
    var connection = parent instanceof SocketChannel under ? under : channel();
    connection
        .eventLoop()
        .execute(() -> {
          connection.config().setOption(ChannelOption.SO_LINGER, 0);
          var _ = connection.pipeline().firstContext().close();
        });
  }
}
