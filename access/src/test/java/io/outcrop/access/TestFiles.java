package io.outcrop.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files, for tests.
final class TestFiles {
  private TestFiles() {}

  /// Makes `file` say `text`.
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /// The text of `file`; empty if there is none.
  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
