package io.outcrop.http.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.outcrop.http.Response;
import java.util.OptionalLong;

/// Answers over one stream of HTTP/2.
///
/// @param channel the stream
/// @param withoutBody whether the request was `HEAD`
record Http2Outlet(Channel channel, boolean withoutBody) implements Outlet {
  @Override
  public void whole(Response response, byte[] body) {
    var head = headOf(response);
    if (response.status() != 204 && response.status() != 304) {
      head.setInt("content-length", body.length);
    }
    if (withoutBody || body.length == 0) {
      var _ = channel.writeAndFlush(new DefaultHttp2HeadersFrame(head, true));
    } else {
      var _ = channel.write(new DefaultHttp2HeadersFrame(head, false));
      var _ = channel.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body), true));
    }
  }

  @Override
  public void head(Response response, OptionalLong length) {
    var head = headOf(response);
    length.ifPresent(bytes -> head.setLong("content-length", bytes));
    var _ = channel.writeAndFlush(new DefaultHttp2HeadersFrame(head, withoutBody));
  }

  @Override
  public ChannelFuture part(byte[] bytes) {
    return channel.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), false));
  }

  @Override
  public void end() {
    if (!withoutBody) {
      var _ = channel.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.EMPTY_BUFFER, true));
    }
  }

  @Override
  public void abort() {
    var _ = channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
  }

  private static Http2Headers headOf(Response response) {
    var head = new DefaultHttp2Headers().status(Integer.toString(response.status()));
    response.headers().forEach((name, value) -> head.add(name, value));
    return head;
  }
}
