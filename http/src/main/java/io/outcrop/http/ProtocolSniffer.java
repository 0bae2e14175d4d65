package io.outcrop.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells by a connection's first bytes which HTTP it speaks: HTTP/2 begins with a preface that no
/// HTTP/1.1 request can begin with (RFC 9113, section 3.4).
final class ProtocolSniffer extends ByteToMessageDecoder {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_LINE_CHARS = 32 * 1024;
  private static final int MAX_HEADER_BYTES = 64 * 1024;
  private static final int MAX_STREAMS = 256;
  private static final int WINDOW_BYTES = 1024 * 1024;

  private final Exchanges exchanges;
  private final ServerSettings settings;
  private final Patience patience;

  ProtocolSniffer(Exchanges exchanges, ServerSettings settings) {
    this.exchanges = exchanges;
    this.settings = settings;
    this.patience = new Patience(settings.patience());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    patience.start(context.channel());
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
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

  private void speakHttp1(ChannelHandlerContext context) {
    var limits =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_LINE_CHARS)
            .setMaxHeaderSize(MAX_HEADER_BYTES);
    context
        .pipeline()
        .addLast(new HttpServerCodec(limits), new Http1Connection(exchanges, settings, patience));
    context.pipeline().remove(this);
  }

  private void speakHttp2(ChannelHandlerContext context) {
    var wishes =
        Http2Settings.defaultSettings()
            .maxConcurrentStreams(MAX_STREAMS)
            .maxHeaderListSize(MAX_HEADER_BYTES)
            .initialWindowSize(WINDOW_BYTES);
    context
        .pipeline()
        .addLast(
            Http2FrameCodecBuilder.forServer().initialSettings(wishes).build(),
            new Http2MultiplexHandler(new Http2Stream.Opening(exchanges, settings, patience)));
    context.pipeline().remove(this);
  }
}
