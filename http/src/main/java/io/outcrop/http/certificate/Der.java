package io.outcrop.http.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/// Writes values in DER, the bytes of which certificates are made (X.690; RFC 5280, section 4.1).
/// Every method gives one whole value: tag, length, content.
final class Der {
  private static final int CONSTRUCTED = 0x20;
  private static final int CONTEXT = 0x80;
  private static final int FIRST_GENERALIZED_YEAR = 2050;

  private Der() {}

  static byte[] sequence(byte[]... values) {
    return tagged(0x30, joined(values));
  }

  static byte[] set(byte[] value) {
    return tagged(0x31, value);
  }

  static byte[] integer(BigInteger value) {
    return tagged(0x02, value.toByteArray());
  }

  static byte[] yes() {
    return tagged(0x01, new byte[] {(byte) 0xff});
  }

  static byte[] octets(byte[] content) {
    return tagged(0x04, content);
  }

  /// A bit string whose last byte has `unused` bits that do not count.
  static byte[] bits(int unused, byte[] content) {
    return tagged(0x03, joined(new byte[] {(byte) unused}, content));
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
  }

  /// An object identifier written with dots.
  static byte[] oid(String dotted) {
    var arcs = Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
    var out = new ByteArrayOutputStream();
    base128(40 * arcs[0] + arcs[1], out);
    Arrays.stream(arcs).skip(2).forEach(arc -> base128(arc, out));
    return tagged(0x06, out.toByteArray());
  }

  /// A time to the second; two digits of the year until 2049 (RFC 5280, section 4.1.2.5).
  static byte[] time(Instant time) {
    var utc = time.atOffset(ZoneOffset.UTC);
    var generalized = utc.getYear() >= FIRST_GENERALIZED_YEAR;
    var format = DateTimeFormatter.ofPattern(generalized ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'");
    return tagged(
        generalized ? 0x18 : 0x17, utc.format(format).getBytes(StandardCharsets.US_ASCII));
  }

  /// A context-specific value that holds others.
  static byte[] holding(int number, byte[]... values) {
    return tagged(CONTEXT | CONSTRUCTED | number, joined(values));
  }

  /// A context-specific value that is plain bytes.
  static byte[] plain(int number, byte[] content) {
    return tagged(CONTEXT | number, content);
  }

  private static byte[] tagged(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      var length = BigInteger.valueOf(content.length).toByteArray();
      var from = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - from));
      out.write(length, from, length.length - from);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void base128(int value, ByteArrayOutputStream out) {
    for (var shift = 28; shift > 0; shift -= 7) {
      if (value >> shift != 0) {
        out.write(0x80 | (value >> shift & 0x7f));
      }
    }
    out.write(value & 0x7f);
  }

  private static byte[] joined(byte[]... values) {
    var out = new ByteArrayOutputStream();
    for (var value : values) {
      out.writeBytes(value);
    }
    return out.toByteArray();
  }
}
