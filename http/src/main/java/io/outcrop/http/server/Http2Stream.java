package io.outcrop.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One stream of an HTTP/2 connection, which is one request and its answer.
final class Http2Stream extends ChannelInboundHandlerAdapter {
  private static final int LINGER_MILLIS = 1000;

  private final Connection connection;
  private @Nullable Http2Headers head;
  private @Nullable Future<?> deadline;
  private ByteBuf body = Unpooled.EMPTY_BUFFER;
  private @Nullable Exchange running;
  private boolean refused;

  private Http2Stream(Opening opening) {
    this.connection = opening.connection;
  }

  /// Gives each new stream of a connection its handler.
  static final class Opening extends ChannelInitializer<Channel> {
    private final Connection connection;

    Opening(Connection connection) {
      this.connection = connection;
    }

    @Override
    public boolean isSharable() {
      return true;
    }

    @Override
    protected void initChannel(Channel stream) {
      stream.pipeline().addLast(new Http2Stream(this));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (refused || running != null) { // what else a client sends is of no use
        return;
      }
      switch (message) {
        case Http2HeadersFrame frame -> begin(context, frame);
        case Http2DataFrame frame -> gather(context, frame);
        default -> {}
      }
    } finally {
      ReferenceCountUtil.release(message);
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
    forget();
  }

  @Override
  @SuppressWarnings("deprecation") // declared deprecated in one of the two interfaces it comes from
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void begin(ChannelHandlerContext context, Http2HeadersFrame frame) {
    if (head == null) {
      head = frame.headers();
      body = Unpooled.buffer(0);
      if (head.method() == null || head.path() == null) {
        refuse(context, 400);
      } else if (head.getLong("content-length", 0L) > connection.settings().maxBodyBytes()) {
        tooLarge(context, head);
      } else if (head.contains("expect", "100-continue")) {
        var goOn = new DefaultHttp2Headers().status("100");
        var _ = context.writeAndFlush(new DefaultHttp2HeadersFrame(goOn, false));
      }
    }
    if (frame.isEndStream()) {
      dispatch(context);
    } else if (!refused && deadline == null) {
      deadline =
          context
              .executor()
              .schedule(
                  () -> refuse(context, 408),
                  connection.settings().patience().toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private void gather(ChannelHandlerContext context, Http2DataFrame frame) {
    if (head == null) {
      return;
    }
    var length = body.readableBytes() + frame.content().readableBytes();
    if (length > connection.settings().maxBodyBytes()) {
      tooLarge(context, head);
      return;
    }
    body.writeBytes(frame.content());
    if (frame.isEndStream()) {
      dispatch(context);
    }
  }

  private void dispatch(ChannelHandlerContext context) {
    if (head == null || refused) {
      return;
    }
    var request = requestOf(head, ByteBufUtil.getBytes(body));
    forget();
    var outlet = new Http2Outlet(context.channel(), request.method().equals("HEAD"));
    connection.patience().requestArrived();
    running = connection.exchanges().begin(request, outlet, connection.patience()::answered);
  }

  private Request requestOf(Http2Headers from, byte[] bytes) {
    var headers = new Headers.Collecting();
    from.forEach(entry -> {
      if (entry.getKey().charAt(0) != ':') {
        headers.add(entry.getKey().toString(), entry.getValue().toString());
      }
    });
    return new Request(
        from.method().toString(),
        from.path().toString(),
        from.authority() == null ? "" : from.authority().toString(),
        headers.headers(),
        bytes,
        connection.secure());
  }

  private void tooLarge(ChannelHandlerContext context, Http2Headers from) {
    var request = requestOf(from, new byte[0]);
    refused = true;
    forget();
    connection.patience().requestArrived();
    running =
        connection
            .exchanges()
            .tooLarge(
                request,
                new Http2Outlet(context.channel(), request.method().equals("HEAD")),
                () -> {
                  connection.patience().answered();
                  stopSoon(context);
                });
  }

  /// Answers without asking anybody; throws away what else comes.
  private void refuse(ChannelHandlerContext context, int status) {
    refused = true;
    forget();
    var answer = new DefaultHttp2Headers().status(Integer.toString(status));
    var _ = context.writeAndFlush(new DefaultHttp2HeadersFrame(answer, true));
    stopSoon(context);
  }

  /// After a moment tells a client that still sends to stop (RFC 9113, section 8.1).
  private static void stopSoon(ChannelHandlerContext context) {
    var _ = context.executor().schedule(() -> stop(context), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void stop(ChannelHandlerContext context) {
    if (context.channel().isActive()) {
      var _ = context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR));
    }
  }

  private void forget() {
    if (deadline != null) {
      deadline.cancel(false);
    }
    head = null;
    body.release();
    body = Unpooled.EMPTY_BUFFER;
  }
}
