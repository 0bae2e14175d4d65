package io.outcrop.access.handoff;

import io.outcrop.causes.redact.Redaction;
import java.util.ArrayList;
import java.util.List;

/// Where in the caller's code the call is made. Secrets in the lines are taken out.
///
/// @param file the file, as it was named
/// @param line from 1
/// @param firstLine the number of the first line of `excerpt`
/// @param excerpt the lines around it; none if the file cannot be read from here
/// @param from who said so: `--source`, a stack trace
public record CallSite(String file, int line, int firstLine, List<String> excerpt, String from) {
  private static final int AROUND = 4;

  public CallSite {
    excerpt = List.copyOf(excerpt);
  }

  /// The place `line` of a file that reads `text`.
  public static CallSite of(String file, int line, String text, String from) {
    var safe = Redaction.of(text).text().lines().toList();
    var first = Math.max(1, line - AROUND);
    var last = Math.min(safe.size(), line + AROUND);
    return new CallSite(
        file, line, first, first > last ? List.of() : safe.subList(first - 1, last), from);
  }

  /// The lines with their numbers; the line of the call is marked.
  public List<String> numbered() {
    var result = new ArrayList<String>();
    var width = Integer.toString(firstLine + excerpt.size()).length();
    for (var i = 0; i < excerpt.size(); i++) {
      var number = firstLine + i;
      result.add(
          ("%s%" + width + "d  %s")
              .formatted(number == line ? "> " : "  ", number, excerpt.get(i)));
    }
    return result;
  }
}
