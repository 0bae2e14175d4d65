package io.outcrop.http.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.outcrop.http.Handler;
import io.outcrop.http.channel.LibrarySettings;
import io.outcrop.http.channel.TlsDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A server on one port of one address. It speaks HTTP/1.1, and HTTP/2 to clients that begin with
/// its preface (RFC 9113, section 3.3, "prior knowledge") or ask to upgrade; both also over TLS, if
/// the settings say so, and as a proxy that passes nothing on. Closing it lets running answers end
/// for a moment, then leaves no thread and no socket.
public final class HttpServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// One loop and no group of loops: a group's end would be told on a thread of the library that
  /// lives on for a second.
  private final SingleThreadIoEventLoop loop;

  private final Channel listening;
  private final ChannelGroup connections;
  private final Exchanges exchanges;

  private HttpServer(
      SingleThreadIoEventLoop loop,
      Channel listening,
      ChannelGroup connections,
      Exchanges exchanges) {
    this.loop = loop;
    this.listening = listening;
    this.connections = connections;
    this.exchanges = exchanges;
  }

  /// Starts to listen.
  ///
  /// @throws PortTakenException if the port is in use
  public static HttpServer start(ServerSettings settings, Handler handler) {
    LibrarySettings.apply();
    var loop =
        new SingleThreadIoEventLoop(
            null, new DefaultThreadFactory("http", true), NioIoHandler.newFactory());
    var connections = new DefaultChannelGroup(loop, true);
    var exchanges = new Exchanges(handler, settings);
    var tls = settings.tls() instanceof Tls.By(var authority) ? new TlsDoor(authority) : null;
    var bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    connections.add(connection);
                    var known = Connection.of(exchanges, settings, tls);
                    known.patience().start(connection);
                    connection.pipeline().addLast(new ProtocolSniffer(known));
                  }
                })
            .bind(new InetSocketAddress(settings.host(), settings.port()))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loop);
      exchanges.close(Duration.ZERO);
      throw refusal(settings, bound.cause());
    }
    return new HttpServer(loop, bound.channel(), connections, exchanges);
  }

  private static UncheckedIOException refusal(ServerSettings settings, Throwable cause) {
    if (cause instanceof SocketException taken) {
      return new PortTakenException(settings.host(), settings.port(), taken);
    }
    return new UncheckedIOException(
        cause instanceof IOException lost ? lost : new IOException(cause));
  }

  /// The port that it listens on.
  public int port() {
    return address().getPort();
  }

  /// The address and port that it listens on.
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    exchanges.drain(GRACE);
    connections.close().awaitUninterruptibly(GRACE.toMillis());
    exchanges.close(GRACE);
    stop(loop);
  }

  private static void stop(SingleThreadIoEventLoop loop) {
    var _ = loop.shutdownGracefully(0, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    try {
      var _ = loop.awaitTermination(2 * GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
