package io.outcrop.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/// Answers over HTTP/1.1. Streams are chunked; to a client of HTTP/1.0 their end is the
/// connection's.
///
/// @param channel the connection
/// @param withoutBody whether the request was `HEAD`
/// @param chunked whether the client understands chunks
/// @param keepAlive whether the connection stays
record Http1Outlet(Channel channel, boolean withoutBody, boolean chunked, boolean keepAlive)
    implements Outlet {

  @Override
  public void whole(Response response, byte[] body) {
    var head = headOf(response);
    if (mayHaveBody(response.status())) {
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    persist(head, keepAlive);
    var _ = channel.write(head);
    finish(
        withoutBody || !mayHaveBody(response.status())
            ? LastHttpContent.EMPTY_LAST_CONTENT
            : new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)),
        keepAlive);
  }

  @Override
  public void head(Response response) {
    var head = headOf(response);
    if (chunked) {
      head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    persist(head, keepAlive && chunked);
    var _ = channel.writeAndFlush(head);
  }

  @Override
  public void part(byte[] bytes) {
    var _ = channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
  }

  @Override
  public void end() {
    finish(LastHttpContent.EMPTY_LAST_CONTENT, keepAlive && chunked);
  }

  @Override
  public void abort() {
    var _ = channel.close();
  }

  private void finish(LastHttpContent last, boolean stays) {
    ChannelFuture written = channel.writeAndFlush(last);
    if (!stays) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static HttpResponse headOf(Response response) {
    var head =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
    response.headers().forEach((name, value) -> head.headers().add(name, value));
    return head;
  }

  private static void persist(HttpResponse head, boolean stays) {
    if (!stays) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  private static boolean mayHaveBody(int status) {
    return status != 204 && status != 304;
  }
}
