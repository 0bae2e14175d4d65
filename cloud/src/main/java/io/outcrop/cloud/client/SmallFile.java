package io.outcrop.cloud.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the files of a client side whole, and none that has no end, as a device may have none.
public final class SmallFile {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private SmallFile() {}

  /// There is more of it than any such file has.
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLargeException() {
      super("is larger than 16 MB");
    }
  }

  /// What `file` says, as UTF-8.
  ///
  /// @throws TooLargeException if it is larger than such files are
  /// @throws java.nio.charset.CharacterCodingException if it is no UTF-8
  public static String text(Path file) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
  }

  /// What `file` holds.
  ///
  /// @throws TooLargeException if it is larger than such files are
  public static byte[] bytes(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new TooLargeException();
      }
      return bytes;
    }
  }
}
