package io.outcrop.report.policy;

import java.util.ArrayList;

/// One line that GitHub shows at a place in a file. Source: GitHub Docs, "Workflow commands for
/// GitHub Actions", read 2026-11.
///
/// @param isError whether it fails; else it warns
/// @param file the file; empty for no place
/// @param line from 1; 0 if only the file is known
/// @param column from 1; 0 if only the line is known
record Annotation(
    boolean isError, String file, int line, int column, String title, String message) {
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
        .formatted(isError ? "error" : "warning", String.join(",", properties), data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
