package io.outcrop.http.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.outcrop.http.Response;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Answers over HTTP/1.1. Streams are chunked; to a client of HTTP/1.0 their end is the
/// connection's.
///
/// @param channel the connection
/// @param withoutBody whether the request was `HEAD`
/// @param chunked whether the client understands chunks
/// @param after what becomes of the connection
record Http1Outlet(Channel channel, boolean withoutBody, boolean chunked, After after)
    implements Outlet {
  /// How long a client that still sends is listened to.
  private static final int LINGER_MILLIS = 1000;

  /// What becomes of a connection when an answer is out.
  enum After {
    /// It stays for the next request.
    STAY,
    /// It is closed.
    CLOSE,
    /// It is read for a moment longer and then closed, because closing a connection with unread
    /// bytes would make the client lose the answer.
    LINGER
  }

  @Override
  public void whole(Response response, byte[] body) {
    var head = headOf(response);
    if (mayHaveBody(response.status())) {
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    persist(head, after);
    var _ = channel.write(head);
    finish(
        withoutBody || !mayHaveBody(response.status())
            ? LastHttpContent.EMPTY_LAST_CONTENT
            : new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)),
        after);
  }

  @Override
  public void head(Response response, OptionalLong length) {
    var head = headOf(response);
    if (length.isPresent()) {
      head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length.getAsLong());
    } else if (chunked) {
      head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    persist(head, afterParts());
    var _ = channel.writeAndFlush(head);
  }

  @Override
  public ChannelFuture part(byte[] bytes) {
    return channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
  }

  @Override
  public void end() {
    finish(LastHttpContent.EMPTY_LAST_CONTENT, afterParts());
  }

  @Override
  public void abort() {
    var _ = channel.close();
  }

  private After afterParts() {
    return chunked ? after : After.CLOSE;
  }

  private void finish(LastHttpContent last, After then) {
    ChannelFuture written = channel.writeAndFlush(last);
    switch (then) {
      case STAY -> {}
      case CLOSE -> written.addListener(ChannelFutureListener.CLOSE);
      case LINGER -> written.addListener(_ -> linger());
    }
  }

  private void linger() {
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      var _ = duplex.shutdownOutput();
    }
    var _ = channel.eventLoop().schedule(() -> abort(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static HttpResponse headOf(Response response) {
    var head =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
    response.headers().forEach((name, value) -> head.headers().add(name, value));
    return head;
  }

  private static void persist(HttpResponse head, After then) {
    if (then != After.STAY) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  private static boolean mayHaveBody(int status) {
    return status != 204 && status != 304;
  }
}
