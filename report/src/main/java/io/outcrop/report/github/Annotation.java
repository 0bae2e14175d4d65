package io.outcrop.report.github;

import io.outcrop.report.document.Harmless;
import java.util.ArrayList;
import java.util.Locale;

/// One line that GitHub shows at a place in a file. Source: GitHub Docs, "Workflow commands for
/// GitHub Actions", read 2026-11.
///
/// @param file the file; empty for no place
/// @param line from 1; 0 if only the file is known
/// @param column from 1; 0 if only the line is known
public record Annotation(
    Level level, String file, int line, int column, String title, String message) {
  /// How GitHub marks it.
  public enum Level {
    ERROR,
    WARNING,
    NOTICE
  }

  /// The workflow command, ended by a line break.
  @Override
  public String toString() {
    var properties = new ArrayList<String>();
    if (!file.isEmpty()) {
      properties.add("file=" + property(file));
      if (line > 0) {
        properties.add("line=" + line);
      }
      if (line > 0 && column > 0) {
        properties.add("col=" + column);
      }
    }
    properties.add("title=" + property(title));
    return "::%s %s::%s\n"
        .formatted(
            level.name().toLowerCase(Locale.ROOT), String.join(",", properties), data(message));
  }

  private static String data(String text) {
    return Harmless.lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
