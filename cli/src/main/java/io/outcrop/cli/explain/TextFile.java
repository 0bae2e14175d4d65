package io.outcrop.cli.explain;

import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/// The whole text of a file or of standard input: UTF-8, UTF-16 as PowerShell writes it, or either
/// in gzip. Bytes that are no UTF-8 become signs that stand for them.
final class TextFile {
  private static final int LONGEST_BYTES = 256 * 1024 * 1024;
  private static final int LOOKED_AT = 8 * 1024;

  private TextFile() {}

  /// The text of a file, or of standard input for `-`.
  ///
  /// @throws Complaint if there is none
  static String read(String name, Session session) {
    try (var in = BoundedText.open(name, session)) {
      var bytes = bytes(in, name);
      if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
        bytes = bytes(new GZIPInputStream(new ByteArrayInputStream(bytes)), name);
      }
      return decoded(bytes, name);
    } catch (IOException unreadable) {
      throw Complaint.usage(
          shown(name) + " cannot be read: " + Failures.reason(unreadable), "name a readable file");
    }
  }

  private static byte[] bytes(InputStream in, String name) throws IOException {
    var bytes = in.readNBytes(LONGEST_BYTES + 1);
    if (bytes.length > LONGEST_BYTES) {
      throw Complaint.usage(
          shown(name) + " is longer than 256 MB", "cut out the part where it failed");
    }
    return bytes;
  }

  private static String decoded(byte[] bytes, String name) {
    var charset = charset(bytes);
    if (charset.equals(StandardCharsets.UTF_8) && hasEmptyByte(bytes)) {
      throw Complaint.usage(
          shown(name) + " is no text", "name a file of text, or one packed by gzip");
    }
    return new String(bytes, charset);
  }

  /// UTF-16 begins with its mark, and every Latin letter in it is half empty.
  private static Charset charset(byte[] bytes) {
    var marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    return marked && hasEmptyByte(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static boolean hasEmptyByte(byte[] bytes) {
    for (var i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String shown(String name) {
    return name.equals("-") ? "standard input" : "`" + name + "`";
  }
}
