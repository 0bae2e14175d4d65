package io.outcrop.sandbox.wire.eventstream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Reads frames and checks them: lengths, both check sums, the types of headers. A frame is at most
/// 16 MiB long, of which headers are 128 KiB. Source: Smithy 2.0, "Amazon Event Stream
/// specification", read 2026-11.
public final class FrameReader {
  private static final int PRELUDE_BYTES = 12;
  private static final int CRC_BYTES = 4;
  private static final int MOST_FRAME_BYTES = 16 * 1024 * 1024;
  private static final int MOST_HEADER_BYTES = 128 * 1024;

  private FrameReader() {}

  /// The frames that `bytes` are.
  public static FrameReading read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var frames = new ArrayList<FrameReading.Frame>();
    try {
      while (buffer.hasRemaining()) {
        frames.add(frame(buffer));
      }
      return new FrameReading.Read(frames);
    } catch (MalformedException malformed) {
      return new FrameReading.Malformed(malformed.what);
    } catch (BufferUnderflowException _) {
      return new FrameReading.Malformed("a header of a frame is cut");
    }
  }

  private static FrameReading.Frame frame(ByteBuffer buffer) throws MalformedException {
    check(buffer.remaining() >= PRELUDE_BYTES + CRC_BYTES, "a frame is cut");
    var start = buffer.position();
    var length = buffer.getInt();
    var headerLength = buffer.getInt();
    check(buffer.getInt() == crc(buffer, start, 8), "the check sum of a frame's lengths is wrong");
    check(
        length >= PRELUDE_BYTES + CRC_BYTES && length <= MOST_FRAME_BYTES,
        "a frame cannot be " + length + " bytes long");
    check(length - PRELUDE_BYTES <= buffer.remaining(), "a frame is cut");
    var payload = length - PRELUDE_BYTES - CRC_BYTES - headerLength;
    check(
        headerLength >= 0 && headerLength <= MOST_HEADER_BYTES && payload >= 0,
        "the headers of a frame are longer than it is");
    var crc = buffer.getInt(start + length - CRC_BYTES);
    check(crc == crc(buffer, start, length - CRC_BYTES), "the check sum of a frame is wrong");
    var headers = headers(buffer.slice(start + PRELUDE_BYTES, headerLength));
    buffer.position(start + length);
    return new FrameReading.Frame(headers, payload);
  }

  private static Map<String, String> headers(ByteBuffer buffer) throws MalformedException {
    var headers = new HashMap<String, String>();
    while (buffer.hasRemaining()) {
      var name = text(buffer, Byte.toUnsignedInt(buffer.get()));
      var type = buffer.get();
      switch (type) {
        case 0, 1 -> {}
        case 2 -> skip(buffer, 1);
        case 3 -> skip(buffer, 2);
        case 4 -> skip(buffer, 4);
        case 5, 8 -> skip(buffer, 8);
        case 6 -> skip(buffer, Short.toUnsignedInt(buffer.getShort()));
        case 7 -> headers.put(name, text(buffer, Short.toUnsignedInt(buffer.getShort())));
        case 9 -> skip(buffer, 16);
        default -> throw new MalformedException("no header has the type " + type);
      }
    }
    return headers;
  }

  private static String text(ByteBuffer buffer, int length) throws MalformedException {
    check(length <= buffer.remaining(), "a header of a frame is cut");
    var bytes = new byte[length];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void skip(ByteBuffer buffer, int length) throws MalformedException {
    check(length <= buffer.remaining(), "a header of a frame is cut");
    buffer.position(buffer.position() + length);
  }

  private static int crc(ByteBuffer buffer, int start, int length) {
    var crc = new CRC32();
    crc.update(buffer.slice(start, length));
    return (int) crc.getValue();
  }

  private static void check(boolean holds, String otherwise) throws MalformedException {
    if (!holds) {
      throw new MalformedException(otherwise);
    }
  }

  private static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    private MalformedException(String what) {
      super(what);
      this.what = what;
    }
  }
}
