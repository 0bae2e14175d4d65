package io.outcrop.sandbox.wire.eventstream;

import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Encodes events, one frame each: total length, length of the headers, their CRC 32, headers,
/// payload, the CRC 32 of all that. Numbers are big-endian. Source: Smithy 2.0, "Amazon Event
/// Stream specification", read 2026-11.
public final class Frames {
  private static final int PRELUDE_BYTES = 12;
  private static final int CRC_BYTES = 4;
  private static final byte STRING = 7;

  private Frames() {}

  /// The frame of `event`.
  public static byte[] encode(Reply.Event event) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(event.exception() ? ":exception-type" : ":event-type", event.type());
    headers.put(":content-type", "application/json");
    headers.put(":message-type", event.exception() ? "exception" : "event");
    return encode(headers, utf8(JsonWriter.compact(event.payload())));
  }

  static byte[] encode(Map<String, String> headers, byte[] payload) {
    var headerBytes = headers(headers);
    var frame =
        ByteBuffer.allocate(PRELUDE_BYTES + headerBytes.length + payload.length + CRC_BYTES);
    frame.putInt(frame.capacity()).putInt(headerBytes.length);
    frame.putInt(checksum(frame));
    frame.put(headerBytes).put(payload);
    frame.putInt(checksum(frame));
    return frame.array();
  }

  private static byte[] headers(Map<String, String> headers) {
    var size =
        headers.entrySet().stream()
            .mapToInt(entry -> 4 + utf8(entry.getKey()).length + utf8(entry.getValue()).length)
            .sum();
    var buffer = ByteBuffer.allocate(size);
    headers.forEach((name, value) -> {
      buffer.put((byte) utf8(name).length).put(utf8(name));
      buffer.put(STRING).putShort((short) utf8(value).length).put(utf8(value));
    });
    return buffer.array();
  }

  private static int checksum(ByteBuffer written) {
    var crc = new CRC32();
    crc.update(written.duplicate().flip());
    return (int) crc.getValue();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
