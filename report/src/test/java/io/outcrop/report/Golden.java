package io.outcrop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of what people read; `-Dgolden=write` writes them anew.
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/report");

  private Golden() {}

  /// Holds `actual` against the file `name`.
  public static void check(String name, String actual) {
    var file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(file).as("the golden file exists: -Dgolden=write makes it").exists();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
