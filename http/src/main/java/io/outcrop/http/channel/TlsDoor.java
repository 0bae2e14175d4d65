package io.outcrop.http.channel;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.outcrop.http.certificate.CertificateAuthority;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deciphers the connections of one server. The certificate is found, and the first time made, on a
/// thread of its own, so that no other connection waits for it.
public final class TlsDoor {
  private static final System.Logger LOG = System.getLogger(TlsDoor.class.getName());
  private static final byte[] UNRECOGNIZED_NAME = {0x15, 3, 3, 0, 2, 2, 112};

  private final ServerNames names;

  /// Shows what `authority` issues.
  public TlsDoor(CertificateAuthority authority) {
    this.names = new ServerNames(authority);
  }

  /// What waits for a client to say whom it calls, then deciphers what it says; to be put in front
  /// of what reads it.
  ///
  /// @param expected whom a client calls that does not say so; empty for this machine
  public ChannelHandler handler(String expected) {
    return new Greeting(expected);
  }

  private final class Greeting extends AbstractSniHandler<Optional<SslContext>> {
    private final String expected;

    private Greeting(String expected) {
      this.expected = expected;
    }

    @Override
    protected Future<Optional<SslContext>> lookup(
        ChannelHandlerContext context, @Nullable String name) {
      var found = context.executor().<Optional<SslContext>>newPromise();
      var called = name == null ? expected : name;
      var local = localAddress(context.channel());
      Thread.ofVirtual()
          .name("tls-greeting")
          .start(() -> {
            try {
              found.trySuccess(names.contextFor(called, local));
            } catch (RuntimeException failure) {
              LOG.log(System.Logger.Level.ERROR, "event=certificate-failed", failure);
              found.trySuccess(Optional.empty());
            }
          });
      return found;
    }

    @Override
    protected void onLookupComplete(
        ChannelHandlerContext context, @Nullable String name, Future<Optional<SslContext>> found) {
      if (found.isSuccess() && found.getNow().isPresent()) {
        var deciphering = found.getNow().get().newHandler(context.alloc());
        context.pipeline().replace(this, null, deciphering);
      } else {
        var alert = Unpooled.wrappedBuffer(UNRECOGNIZED_NAME);
        var _ = context.writeAndFlush(alert).addListener(ChannelFutureListener.CLOSE);
        context.pipeline().replace(this, null, new Deaf());
      }
    }
  }

  /// Throws away what a client says that was refused.
  private static final class Deaf extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
    }
  }

  private static String localAddress(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress local
        ? local.getAddress().getHostAddress()
        : "127.0.0.1";
  }
}
