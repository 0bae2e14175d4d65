package io.outcrop.sandbox.directory.simulation;

import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.sandbox.directory.desk.Output;

/// Where a statement stands in a policy's text, as the simulator says it. An element of an array
/// begins right behind the bracket or comma before it, an only statement with its brace; it ends
/// behind its last brace. Source: answers of the simulator in public reports, among them Line 3,
/// Column 17 to Line 8, Column 6 for AdministratorAccess.
record TextPlace(int start, int end) {
  static TextPlace of(String text, Position brace) {
    var open = offset(text, brace);
    var before = open - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    var isElement = before >= 0 && (text.charAt(before) == '[' || text.charAt(before) == ',');
    return new TextPlace(isElement ? before + 1 : open, end(text, open));
  }

  private static int offset(String text, Position position) {
    var at = 0;
    for (var line = 1; line < position.line(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + position.column() - 1;
  }

  /// Behind the brace that closes the one at `open`.
  private static int end(String text, int open) {
    var depth = 0;
    var inString = false;
    for (var at = open; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '\\' -> at += inString ? 1 : 0;
        case '"' -> inString = !inString;
        case '{' -> depth += inString ? 0 : 1;
        case '}' -> depth -= inString ? 0 : 1;
        default -> {}
      }
      if (depth == 0 && !inString) {
        return at + 1;
      }
    }
    return text.length();
  }

  Json startIn(String text) {
    return position(text, start);
  }

  Json endIn(String text) {
    return position(text, end);
  }

  private static Json position(String text, int offset) {
    var before = text.substring(0, offset);
    var line = before.chars().filter(c -> c == '\n').count() + 1;
    return Output.of("Line", line, "Column", offset - before.lastIndexOf('\n'));
  }
}
