package io.outcrop.cloud.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The regions that AWS has: `regions.txt`.
final class Regions {
  private static final String FILE = "regions.txt";

  private Regions() {}

  /// Read when it is first asked for.
  private static final class Shipped {
    static final List<String> NAMES = read();
  }

  static List<String> names() {
    return Shipped.NAMES;
  }

  private static List<String> read() {
    try (var in = Regions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
