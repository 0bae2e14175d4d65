package io.outcrop.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 connection: gathers requests and has them answered one after the other. What a
/// client sends ahead waits here, and reading pauses when it is much. A client that closes its half
/// is taken to have left.
final class Http1Connection extends ChannelInboundHandlerAdapter {
  private static final int MAX_AHEAD = 64;

  private final Connection connection;
  private final ArrayDeque<HttpObject> ahead = new ArrayDeque<>();
  private @Nullable HttpRequest head;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private @Nullable Exchange running;
  private boolean refused;

  Http1Connection(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    connection.patience().insteadOfClosing(() -> timeIsOver(context));
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    connection.patience().insteadOfClosing(() -> close(context));
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
        refuse(context, statusOf(part.decoderResult()), "");
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
      refuse(context, HttpResponseStatus.BAD_REQUEST, "");
    } else if (HttpUtil.getContentLength(started, 0L) > connection.settings().maxBodyBytes()) {
      tooLarge(context, started);
    } else if (HttpUtil.is100ContinueExpected(started)) {
      var _ =
          context.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    } else if (expect != null) {
      refuse(context, HttpResponseStatus.EXPECTATION_FAILED, "");
    }
  }

  private void gather(ChannelHandlerContext context, HttpContent content) {
    if (head == null) {
      return;
    }
    var length = body.readableBytes() + content.content().readableBytes();
    if (length > connection.settings().maxBodyBytes()) {
      tooLarge(context, head);
      return;
    }
    body.writeBytes(content.content());
    if (content instanceof LastHttpContent) {
      dispatch(context, head);
    }
  }

  private void dispatch(ChannelHandlerContext context, HttpRequest whole) {
    switch (destination(context, whole)) {
      case Destination.Here here -> answer(context, whole, here);
      case Destination.Tunnel(String host) -> tunnel(context, host);
      case Destination.Elsewhere(String host) -> {
        connection.settings().proxy().blocked().accept(host);
        refuse(
            context,
            HttpResponseStatus.FORBIDDEN,
            "`" + host + "` is not served here, and nothing is passed on");
      }
      case Destination.Unclear _ -> refuse(context, HttpResponseStatus.BAD_REQUEST, "");
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest whole, Destination.Here here) {
    var request = requestOf(whole, here, ByteBufUtil.getBytes(body));
    var after = HttpUtil.isKeepAlive(whole) ? Http1Outlet.After.STAY : Http1Outlet.After.CLOSE;
    forget();
    connection.patience().requestArrived();
    running =
        connection
            .exchanges()
            .begin(request, outlet(context, whole, after), () -> answered(context));
  }

  private Destination destination(ChannelHandlerContext context, HttpRequest request) {
    var own = (InetSocketAddress) context.channel().localAddress();
    return Destination.of(request, connection.settings().proxy(), own);
  }

  private Request requestOf(HttpRequest from, Destination.Here here, byte[] bytes) {
    var headers = new Headers.Collecting();
    from.headers()
        .forEach(entry -> {
          var replaced =
              !here.authority().isEmpty()
                  && HttpHeaderNames.HOST.contentEqualsIgnoreCase(entry.getKey());
          headers.add(entry.getKey(), replaced ? here.authority() : entry.getValue());
        });
    return new Request(
        from.method().name(), here.target(), "", headers.headers(), bytes, connection.secure());
  }

  private static Http1Outlet outlet(
      ChannelHandlerContext context, HttpRequest request, Http1Outlet.After after) {
    return new Http1Outlet(
        context.channel(),
        request.method().equals(HttpMethod.HEAD),
        request.protocolVersion().equals(HttpVersion.HTTP_1_1),
        after);
  }

  private void answered(ChannelHandlerContext context) {
    running = null;
    connection.patience().answered();
    while (running == null && !refused && !ahead.isEmpty() && !context.isRemoved()) {
      accept(context, ahead.remove());
    }
    context.channel().config().setAutoRead(ahead.size() < MAX_AHEAD);
  }

  /// What comes from now on is the beginning of something new, and is looked at as such. What was
  /// sent before its turn has been read as HTTP/1.1 already, and whatever it was is lost.
  private void tunnel(ChannelHandlerContext context, String host) {
    if (!ahead.isEmpty()) {
      refuse(context, HttpResponseStatus.BAD_REQUEST, "");
      return;
    }
    forget();
    var established = new HttpResponseStatus(200, "Connection established");
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, established);
    var _ = context.writeAndFlush(answer);
    var pipeline = context.pipeline();
    pipeline.addLast(new ProtocolSniffer(connection.through(host)));
    pipeline.remove(this);
    pipeline.remove(HttpServerCodec.class);
  }

  private void tooLarge(ChannelHandlerContext context, HttpRequest started) {
    if (!(destination(context, started) instanceof Destination.Here here)) {
      refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "");
      return;
    }
    var request = requestOf(started, here, new byte[0]);
    refused = true;
    forget();
    connection.patience().requestArrived();
    running =
        connection
            .exchanges()
            .tooLarge(
                request,
                outlet(context, started, Http1Outlet.After.LINGER),
                () -> answered(context));
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.channel().close();
  }

  private void timeIsOver(ChannelHandlerContext context) {
    if (head == null || refused) {
      var _ = context.close();
    } else {
      refuse(context, HttpResponseStatus.REQUEST_TIMEOUT, "");
    }
  }

  /// Answers without asking anybody, then closes.
  private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
    refused = true;
    forget();
    var text = (why.isEmpty() ? why : why + "\n").getBytes(StandardCharsets.UTF_8);
    new Http1Outlet(context.channel(), false, true, Http1Outlet.After.LINGER)
        .whole(Response.of(status.code(), Headers.none(), text), text);
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
