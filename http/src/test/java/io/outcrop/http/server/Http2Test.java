package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.outcrop.http.Chunks;
import io.outcrop.http.Handler;
import io.outcrop.http.Headers;
import io.outcrop.http.Response;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// HTTP/2 with prior knowledge.
@Timeout(30)
class Http2Test {
  private final SingleThreadIoEventLoop loop =
      new SingleThreadIoEventLoop(
          null, new DefaultThreadFactory("client", true), NioIoHandler.newFactory());
  private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() throws InterruptedException {
    var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    assertThat(loop.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void authorityAndHostAreKeptApart() throws InterruptedException {
    try (var server =
        start(request ->
            Response.text(
                200,
                request.authority()
                    + "|"
                    + request.headers().all("host")
                    + "|"
                    + request.target()
                    + "|"
                    + request.text()))) {
      var stream = open(server, "POST", "/a%2Fb?c=%20", false);
      send(stream, "hello", true);
      assertThat(seen.take()).isEqualTo("status 200");
      assertThat(seen.take()).isEqualTo("authority.example:1|[]|/a%2Fb?c=%20|hello\n");
    }
  }

  @Test
  void manyStreamsAreAnsweredAtOnce() throws InterruptedException {
    var together = new CountDownLatch(20);
    try (var server =
        start(_ -> {
          together.countDown();
          try {
            return Response.text(together.await(20, TimeUnit.SECONDS) ? 200 : 500, "x");
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Response.text(500, "x");
          }
        })) {
      var connection = connect(server);
      for (var i = 0; i < 20; i++) {
        open(connection, "GET", "/", true);
      }
      var answers = new ArrayList<String>();
      for (var i = 0; i < 40; i++) {
        answers.add(seen.take());
      }
      assertThat(answers).filteredOn("status 200"::equals).hasSize(20);
      assertThat(answers).filteredOn("x\n"::equals).hasSize(20);
    }
  }

  @Test
  void headHasNoBody() throws InterruptedException {
    try (var server = start(_ -> Response.text(200, "x"))) {
      open(server, "HEAD", "/", true);
      assertThat(seen.take()).isEqualTo("status 200 end");
    }
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws InterruptedException {
    try (var server = start(_ -> Response.text(200, "x"))) {
      var stream = open(server, "POST", "/", false);
      send(stream, "x".repeat(101), false);
      assertThat(seen.take()).isEqualTo("status 413");
      assertThat(seen.take()).isEqualTo("the body is too large\n");
      assertThat(seen.take()).isEqualTo("reset 0");
    }
  }

  @Test
  void anAnswerThatBreaksOffIsReset() throws InterruptedException {
    try (var server =
        start(_ ->
            new Response(200, Headers.none(), new Response.Body.Streamed(new OneThenFailure())))) {
      open(server, "GET", "/", true);
      assertThat(seen.take()).isEqualTo("status 200");
      assertThat(seen.take()).isEqualTo("part");
      assertThat(seen.take()).isEqualTo("reset 2");
    }
  }

  @Test
  void aStreamThatIsResetIsClosedAndTheConnectionStays() throws InterruptedException {
    var endless = new Endless();
    try (var server =
        start(request ->
            request.path().equals("/endless")
                ? new Response(200, Headers.none(), new Response.Body.Streamed(endless))
                : Response.text(200, "fine"))) {
      var connection = connect(server);
      var stream = open(connection, "GET", "/endless", true);
      assertThat(seen.take()).isEqualTo("status 200");
      stream.close().sync();
      assertThat(endless.closed.await(20, TimeUnit.SECONDS)).isTrue();
      seen.clear();
      open(connection, "GET", "/", true);
      assertThat(seen.take()).isEqualTo("status 200");
      assertThat(seen.take()).isEqualTo("fine\n");
    }
  }

  private static HttpServer start(Handler handler) {
    return HttpServer.start(ServerSettings.onPort(0).within(100, Duration.ofSeconds(20)), handler);
  }

  private Channel connect(HttpServer server) throws InterruptedException {
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel connection) {
                connection
                    .pipeline()
                    .addLast(
                        Http2FrameCodecBuilder.forClient().build(),
                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
              }
            })
        .connect(InetAddress.getLoopbackAddress(), server.port())
        .sync()
        .channel();
  }

  private Channel open(HttpServer server, String method, String path, boolean end)
      throws InterruptedException {
    return open(connect(server), method, path, end);
  }

  private Channel open(Channel connection, String method, String path, boolean end)
      throws InterruptedException {
    var opening =
        new Http2StreamChannelBootstrap(connection).handler(new Recording()).open().sync();
    var stream = opening.getNow();
    var head =
        new DefaultHttp2Headers()
            .method(method)
            .path(path)
            .scheme("http")
            .authority("authority.example:1");
    stream.writeAndFlush(new DefaultHttp2HeadersFrame(head, end)).sync();
    return stream;
  }

  private static void send(Channel stream, String text, boolean end) throws InterruptedException {
    var bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    stream.writeAndFlush(new DefaultHttp2DataFrame(bytes, end)).sync();
  }

  private final class Recording extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      switch (message) {
        case Http2HeadersFrame head ->
            seen.add("status " + head.headers().status() + (head.isEndStream() ? " end" : ""));
        case Http2DataFrame data when data.content().isReadable() ->
            seen.add(data.content().toString(StandardCharsets.UTF_8));
        default -> {}
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof Http2ResetFrame reset) {
        seen.add("reset " + reset.errorCode());
      }
    }
  }

  private static final class OneThenFailure implements Chunks {
    private boolean given;

    @Override
    public boolean hasNext() {
      if (given) {
        throw new IllegalStateException("broken on purpose");
      }
      return true;
    }

    @Override
    public byte[] next() {
      given = true;
      return "part".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
  }

  private static final class Endless implements Chunks {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public byte[] next() {
      return new byte[1000];
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
