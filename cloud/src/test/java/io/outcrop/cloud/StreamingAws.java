package io.outcrop.cloud;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/// A server on this machine that speaks HTTP/2 with prior knowledge and answers every call with the
/// same recorded event stream.
final class StreamingAws implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel server;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final AtomicInteger sent = new AtomicInteger();

  /// @param frames what is sent, in order
  /// @param ends whether the stream ends behind the last frame, or stays open
  StreamingAws(List<byte[]> frames, boolean ends) {
    server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    connection
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forServer().build(),
                            new Http2MultiplexHandler(
                                new ChannelInitializer<Channel>() {
                                  @Override
                                  protected void initChannel(Channel stream) {
                                    stream.pipeline().addLast(new Answering(frames, ends));
                                  }
                                }));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  static byte[] chunk(String payload) {
    var bytes = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return frame("event", ":event-type", "chunk", "{\"bytes\":\"" + bytes + "\",\"p\":\"abc\"}");
  }

  static byte[] exception(String type, String message) {
    return frame("exception", ":exception-type", type, "{\"message\":\"" + message + "\"}");
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
  }

  /// Whether the client cancelled, within a while.
  boolean wasCancelled() throws InterruptedException {
    return cancelled.await(20, TimeUnit.SECONDS);
  }

  /// How many frames went out on the wire.
  int sent() {
    return sent.get();
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static byte[] frame(String kind, String name, String type, String payload) {
    var headers =
        Map.of(
            ":message-type",
            HeaderValue.fromString(kind),
            name,
            HeaderValue.fromString(type),
            ":content-type",
            HeaderValue.fromString("application/json"));
    var out = new ByteArrayOutputStream();
    new Message(headers, payload.getBytes(StandardCharsets.UTF_8)).encode(out);
    return out.toByteArray();
  }

  private final class Answering extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private final List<byte[]> frames;
    private final boolean ends;

    private Answering(List<byte[]> frames, boolean ends) {
      this.frames = frames;
      this.ends = ends;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
      if (frame instanceof Http2ResetFrame) {
        cancelled.countDown();
      } else if (frame instanceof Http2DataFrame data && data.isEndStream()) {
        answer(context);
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      cancelled.countDown();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof Http2ResetFrame) {
        cancelled.countDown();
      }
    }

    private void answer(ChannelHandlerContext context) {
      var headers =
          new DefaultHttp2Headers()
              .status("200")
              .set("content-type", "application/vnd.amazon.eventstream")
              .set("x-amzn-requestid", "11111111-2222-3333-4444-555555555555");
      var _ = context.write(new DefaultHttp2HeadersFrame(headers));
      for (var i = 0; i < frames.size(); i++) {
        var last = ends && i + 1 == frames.size();
        context
            .write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(frames.get(i)), last))
            .addListener(done -> sent.incrementAndGet());
      }
      context.flush();
    }
  }
}
