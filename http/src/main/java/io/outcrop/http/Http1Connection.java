package io.outcrop.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection: gathers requests and has them answered one after the other. What a
/// client sends ahead waits here, and reading pauses when it is much.
final class Http1Connection extends ChannelInboundHandlerAdapter {
  private static final int MAX_AHEAD = 64;
  private static final int LINGER_MILLIS = 1000;

  private final Exchanges exchanges;
  private final ServerSettings settings;
  private final Patience patience;
  private final ArrayDeque<HttpObject> ahead = new ArrayDeque<>();
  private @Nullable HttpRequest head;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private @Nullable Exchange running;
  private boolean refused;

  Http1Connection(Exchanges exchanges, ServerSettings settings, Patience patience) {
    this.exchanges = exchanges;
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused || !(message instanceof HttpObject part)) {
      ReferenceCountUtil.release(message);
    } else if (running != null) {
      ahead.add(part);
      context.channel().config().setAutoRead(ahead.size() < MAX_AHEAD);
    } else {
      accept(context, part);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (running != null) {
      running.writabilityChanged();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (running != null) {
      running.clientLeft();
    }
    ahead.forEach(ReferenceCountUtil::release);
    ahead.clear();
    forget();
  }

  @Override
  @SuppressWarnings("deprecation") // declared deprecated in one of the two interfaces it comes from
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void accept(ChannelHandlerContext context, HttpObject part) {
    try {
      if (part.decoderResult().isFailure()) {
        refuse(context, statusOf(part.decoderResult()));
        return;
      }
      if (part instanceof HttpRequest started) {
        begin(context, started);
      }
      if (!refused && part instanceof HttpContent content) {
        gather(context, content);
      }
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest started) {
    head = started;
    body = Unpooled.buffer(0);
    var expect = started.headers().get(HttpHeaderNames.EXPECT);
    if (started.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && started.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
      refuse(context, HttpResponseStatus.BAD_REQUEST);
    } else if (HttpUtil.getContentLength(started, 0L) > settings.maxBodyBytes()) {
      refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
    } else if (HttpUtil.is100ContinueExpected(started)) {
      var _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    } else if (expect != null) {
      refuse(context, HttpResponseStatus.EXPECTATION_FAILED);
    }
  }

  private void gather(ChannelHandlerContext context, HttpContent content) {
    if (body.readableBytes() + content.content().readableBytes() > settings.maxBodyBytes()) {
      refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    body.writeBytes(content.content());
    if (content instanceof LastHttpContent && head != null) {
      dispatch(context, head);
    }
  }

  private void dispatch(ChannelHandlerContext context, HttpRequest whole) {
    var headers = new Headers.Collecting();
    whole.headers().forEach(entry -> headers.add(entry.getKey(), entry.getValue()));
    var request =
        new Request(
            whole.method().name(), whole.uri(), "", headers.headers(), ByteBufUtil.getBytes(body));
    forget();
    var outlet =
        new Http1Outlet(
            context.channel(),
            whole.method().equals(HttpMethod.HEAD),
            whole.protocolVersion().equals(HttpVersion.HTTP_1_1),
            HttpUtil.isKeepAlive(whole));
    patience.requestArrived();
    running = exchanges.begin(request, outlet, () -> answered(context));
  }

  private void answered(ChannelHandlerContext context) {
    running = null;
    patience.answered();
    while (running == null && !refused && !ahead.isEmpty()) {
      accept(context, ahead.remove());
    }
    context.channel().config().setAutoRead(ahead.size() < MAX_AHEAD);
  }

  /// Answers without asking anybody, then closes; reads on for a moment, because closing a
  /// connection with unread bytes would make the client lose the answer.
  private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
    refused = true;
    forget();
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, 0)
        .set(HttpHeaderNames.CONNECTION, "close");
    var _ = context.writeAndFlush(response).addListener(_ -> linger(context.channel()));
  }

  private static void linger(Channel channel) {
    if (channel instanceof DuplexChannel duplex) {
      var _ = duplex.shutdownOutput();
    }
    var _ = channel.eventLoop().schedule(() -> end(channel), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void end(Channel channel) {
    var _ = channel.close();
  }

  private void forget() {
    head = null;
    body.release();
    body = Unpooled.EMPTY_BUFFER;
  }

  private static HttpResponseStatus statusOf(DecoderResult result) {
    return switch (result.cause()) {
      case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
      case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      default -> HttpResponseStatus.BAD_REQUEST;
    };
  }
}
