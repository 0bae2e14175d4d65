package io.outcrop.http;

import io.netty.channel.Channel;

/// Where the parts of one answer go: the one difference between the two HTTPs. Its methods may be
/// called from any thread, but by one at a time.
sealed interface Outlet permits Http1Outlet, Http2Outlet {
  /// The connection, or the stream in it.
  Channel channel();

  /// Sends a whole answer.
  void whole(Response response, byte[] body);

  /// Sends the head of a streamed answer.
  void head(Response response);

  /// Whether the body is left out, as the answer to `HEAD` wants it.
  boolean withoutBody();

  /// Sends one part of the body.
  void part(byte[] bytes);

  /// Says that the answer is complete.
  void end();

  /// Lets the client see that the answer broke off.
  void abort();
}
