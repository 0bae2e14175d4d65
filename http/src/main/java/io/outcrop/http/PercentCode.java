package io.outcrop.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding (RFC 3986) of UTF-8: every byte but `A-Z a-z 0-9 - . _ ~`, with capital
/// hexadecimal digits.
public final class PercentCode {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentCode() {}

  /// Encodes `text`, slashes too.
  public static String encode(String text) {
    return encode(text, false);
  }

  /// Encodes a whole path, whose slashes stay.
  public static String encodePath(String path) {
    return encode(path, true);
  }

  /// Undoes it; a percent sign that begins no escape stands for itself, and so does a plus.
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      var high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      var low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String encode(String text, boolean keepSlashes) {
    var out = new StringBuilder(text.length() + 16);
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) (b & 0xff)) || (keepSlashes && b == '/')) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[(b & 0xf0) >> 4]).append(HEX[b & 0x0f]);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
