package io.outcrop.http.channel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Stands at the end of a connection and closes it when something broke that nobody before it could
/// answer: a reset, a handshake that failed. That is the client's business and worth no line in a
/// log.
public final class BrokenConnection extends ChannelInboundHandlerAdapter {
  /// For one connection.
  public BrokenConnection() {}

  @Override
  @SuppressWarnings("deprecation") // declared deprecated in one of the two interfaces it comes from
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
