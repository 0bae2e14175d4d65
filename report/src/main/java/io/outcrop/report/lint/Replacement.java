package io.outcrop.report.lint;

import io.outcrop.json.Json;

/// The one part of a text that changes, and what comes into its place.
///
/// @param text the old text
/// @param start where the part begins in it
/// @param end behind the part
/// @param inserted what comes into its place
record Replacement(String text, int start, int end, String inserted) {
  static Replacement between(String before, String after) {
    var most = Math.min(before.length(), after.length());
    var head = 0;
    while (head < most && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    var tail = 0;
    while (tail < most - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new Replacement(
        before, head, before.length() - tail, after.substring(head, after.length() - tail));
  }

  Json toJson() {
    return Json.object()
        .with(
            "deletedRegion",
            Json.object()
                .with("startLine", Json.of(line(start)))
                .with("startColumn", Json.of(column(start)))
                .with("endLine", Json.of(line(end)))
                .with("endColumn", Json.of(column(end))))
        .with("insertedContent", Json.object().with("text", Json.of(inserted)));
  }

  private int line(int at) {
    return 1 + (int) text.substring(0, at).chars().filter(letter -> letter == '\n').count();
  }

  /// Of what is deleted, the end is the column behind it.
  private int column(int at) {
    return at - text.lastIndexOf('\n', at - 1);
  }
}
