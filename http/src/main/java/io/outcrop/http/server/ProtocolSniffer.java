package io.outcrop.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells by a connection's first bytes what it speaks: TLS begins with a handshake record (RFC
/// 8446, section 5.1), HTTP/2 with a preface that no HTTP/1.1 request can begin with (RFC 9113,
/// section 3.4). Deciphered bytes are looked at again, and so are those that come through a tunnel.
final class ProtocolSniffer extends ByteToMessageDecoder {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte HANDSHAKE = 22;
  private static final int MAX_LINE_CHARS = 32 * 1024;

  /// More than fit into what is read at once; after that, reading pauses.
  private static final int MAX_PIPELINED = 4096;

  static final int MAX_HEADER_BYTES = 64 * 1024;

  private final Connection connection;

  ProtocolSniffer(Connection connection) {
    this.connection = connection;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    var tls = connection.tls();
    if (tls != null && in.getByte(in.readerIndex()) == HANDSHAKE) {
      context.pipeline().addLast(tls.handler(connection.tunnelTo()));
      context.pipeline().addLast(new ProtocolSniffer(connection.deciphered()));
      context.pipeline().remove(this);
      return;
    }
    var length = Math.min(in.readableBytes(), PREFACE.length);
    for (var i = 0; i < length; i++) {
      if (in.getByte(in.readerIndex() + i) != PREFACE[i]) {
        speakHttp1(context);
        return;
      }
    }
    if (length == PREFACE.length) {
      speakHttp2(context);
    }
  }

  /// Closes: until somebody speaks HTTP there is nobody to answer.
  @Override
  @SuppressWarnings("deprecation") // declared deprecated in one of the two interfaces it comes from
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  private void speakHttp1(ChannelHandlerContext context) {
    var limits =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_LINE_CHARS)
            .setMaxHeaderSize(MAX_HEADER_BYTES);
    var codec = new HttpServerCodec(limits, MAX_PIPELINED);
    context.pipeline().addLast(codec);
    if (!connection.secure()) {
      context.pipeline().addLast(Http2Protocol.upgrade(codec, connection));
    }
    context.pipeline().addLast(new Http1Connection(connection));
    context.pipeline().remove(this);
  }

  private void speakHttp2(ChannelHandlerContext context) {
    context
        .pipeline()
        .addLast(
            Http2Protocol.codec(), Http2Protocol.streams(connection), new Http2Protocol.Last());
    context.pipeline().remove(this);
  }
}
