package io.outcrop.report.style;

import java.util.ArrayList;
import java.util.List;

/// Breaks styled words into lines at spaces; a word that is longer than a line stays whole.
final class Wrapping {
  private Wrapping() {}

  static List<Styled> wrap(Styled start, Styled text, int width) {
    var indent = Styled.of(Style.PLAIN, " ".repeat(length(start)));
    var lines = new ArrayList<Styled>();
    var line = start;
    var used = length(start);
    var empty = true;
    for (var word : words(text)) {
      var needed = length(word) + (empty ? 0 : 1);
      if (!empty && used + needed > width) {
        lines.add(line);
        line = indent.plus(word);
        used = length(line);
      } else {
        line = (empty ? line : line.plus(Style.PLAIN, " ")).plus(word);
        used += needed;
      }
      empty = false;
    }
    lines.add(line);
    return lines;
  }

  static Styled cut(Styled start, Styled text, int width) {
    var room = Math.max(1, width - length(start) - 1);
    var line = start;
    for (var span : text.spans()) {
      var points = span.text().codePointCount(0, span.text().length());
      if (points > room) {
        var end = span.text().offsetByCodePoints(0, room);
        return line.plus(span.style(), span.text().substring(0, end).stripTrailing() + "…");
      }
      line = line.plus(span.style(), span.text());
      room -= points;
    }
    return line;
  }

  private static List<Styled> words(Styled text) {
    var words = new ArrayList<Styled>();
    var word = Styled.empty();
    for (var span : text.spans()) {
      var parts = span.text().split(" ", -1);
      for (var i = 0; i < parts.length; i++) {
        if (i > 0 && !word.spans().isEmpty()) {
          words.add(word);
          word = Styled.empty();
        }
        if (!parts[i].isEmpty()) {
          word = word.plus(span.style(), parts[i]);
        }
      }
    }
    if (!word.spans().isEmpty()) {
      words.add(word);
    }
    return words;
  }

  private static int length(Styled text) {
    var plain = text.plain();
    return plain.codePointCount(0, plain.length());
  }
}
