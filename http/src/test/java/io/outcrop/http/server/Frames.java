package io.outcrop.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// HTTP/2 written by hand (RFC 9113, section 4.1), to send what no library would.
final class Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  static final int PROTOCOL_ERROR = 1;
  static final int FRAME_SIZE_ERROR = 6;
  static final int ENHANCE_YOUR_CALM = 11;

  /// `GET / http` from HPACK's static table.
  static final byte[] GET = {(byte) 0x82, (byte) 0x86, (byte) 0x84};

  /// `POST / http`.
  static final byte[] POST = {(byte) 0x83, (byte) 0x86, (byte) 0x84};

  private final Wire wire;

  private Frames(Wire wire) {
    this.wire = wire;
  }

  /// Says hello.
  static Frames over(Wire wire) throws IOException {
    wire.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return new Frames(wire).send(SETTINGS, 0, 0);
  }

  static byte[] frame(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .putInt(payload.length << 8 | type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  Frames send(int type, int flags, int stream, byte... payload) throws IOException {
    wire.write(frame(type, flags, stream, payload));
    return this;
  }

  /// @param payload at most 64 KiB
  @SuppressWarnings("ArrayRecordComponent") // frames are never compared
  record Frame(int type, int flags, int stream, byte[] payload) {
    /// The error that a GOAWAY or RST_STREAM gives.
    int error() {
      return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
    }
  }

  Frame next() throws IOException {
    var head = ByteBuffer.wrap(wire.exactly(9).getBytes(StandardCharsets.ISO_8859_1));
    if (head.remaining() < 9) {
      throw new IOException("the connection has ended");
    }
    var start = head.getInt();
    var payload = wire.exactly(start >>> 8).getBytes(StandardCharsets.ISO_8859_1);
    return new Frame(start & 0xff, head.get(4), head.getInt(5), payload);
  }

  /// The next frame of this kind on that stream; others are passed over.
  Frame await(int type, int stream) throws IOException {
    var frame = next();
    while (frame.type() != type || frame.stream() != stream) {
      frame = next();
    }
    return frame;
  }
}
