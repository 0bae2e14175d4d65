package io.outcrop.cli.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A form in which answers are written. Every command knows text and JSON.
public enum Format {
  TEXT,
  JSON,
  MARKDOWN,
  HTML,
  JUNIT,
  GITHUB,
  SARIF;

  /// The name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format of that name.
  static Optional<Format> named(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }
}
