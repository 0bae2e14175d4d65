package io.outcrop.http.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ServerUpgradeCodec;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.AsciiString;

/// What HTTP/2 is allowed to cost. Streams that are opened only to be reset, headers cut into
/// crumbs, and frames that must be acknowledged are each counted, and a client that sends too many
/// is told to calm down (`ENHANCE_YOUR_CALM`) and closed.
final class Http2Protocol {
  private static final int MAX_STREAMS = 256;
  private static final int WINDOW_BYTES = 1024 * 1024;
  private static final int MAX_RESETS = 400;
  private static final int WITHIN_SECONDS = 30;
  private static final int MAX_SMALL_CONTINUATIONS = 16;
  private static final int MAX_UNSENT_ACKNOWLEDGEMENTS = 1000;
  private static final int MAX_EMPTY_FRAMES = 2;

  /// How long a client may take to hear why it is closed.
  private static final int FAREWELL_MILLIS = 1000;

  private Http2Protocol() {}

  static Http2FrameCodec codec() {
    var wishes =
        Http2Settings.defaultSettings()
            .maxConcurrentStreams(MAX_STREAMS)
            .maxHeaderListSize(ProtocolSniffer.MAX_HEADER_BYTES)
            .initialWindowSize(WINDOW_BYTES);
    return Http2FrameCodecBuilder.forServer()
        .initialSettings(wishes)
        .decoderEnforceMaxRstFramesPerWindow(MAX_RESETS, WITHIN_SECONDS)
        .encoderEnforceMaxRstFramesPerWindow(MAX_RESETS, WITHIN_SECONDS)
        .decoderEnforceMaxSmallContinuationFrames(MAX_SMALL_CONTINUATIONS)
        .decoderEnforceMaxConsecutiveEmptyDataFrames(MAX_EMPTY_FRAMES)
        .encoderEnforceMaxQueuedControlFrames(MAX_UNSENT_ACKNOWLEDGEMENTS)
        .gracefulShutdownTimeoutMillis(FAREWELL_MILLIS)
        .build();
  }

  static Http2MultiplexHandler streams(Connection connection) {
    return new Http2MultiplexHandler(new Http2Stream.Opening(connection));
  }

  /// Changes from HTTP/1.1 to 2 if the first request asks for it (RFC 7540, section 3.2; gone from
  /// RFC 9113, but the JDK's client does it). Later requests are not looked at.
  static HttpServerUpgradeHandler upgrade(HttpServerCodec from, Connection connection) {
    HttpServerUpgradeHandler.UpgradeCodecFactory to =
        protocol ->
            AsciiString.contentEquals(Http2CodecUtil.HTTP_UPGRADE_PROTOCOL_NAME, protocol)
                ? new Http2ServerUpgradeCodec(
                    codec(), streams(connection), new Change(), new Last())
                : null;
    return new HttpServerUpgradeHandler(
        from,
        to,
        connection.settings().maxBodyBytes(),
        DefaultHttpHeadersFactory.headersFactory(),
        DefaultHttpHeadersFactory.trailersFactory(),
        true);
  }

  /// Takes away what spoke HTTP/1.1.
  private static final class Change extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel connection) {
      connection.pipeline().remove(Http1Connection.class);
    }
  }

  /// Closes a connection on which something broke: a reset, a handshake of TLS. That is the
  /// client's business and worth no line in a log. Mistakes in HTTP/2 itself its codec answers.
  static final class Last extends ChannelInboundHandlerAdapter {
    @Override
    @SuppressWarnings(
        "deprecation") // declared deprecated in one of the two interfaces it comes from
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
        var _ = context.close();
      }
    }
  }
}
