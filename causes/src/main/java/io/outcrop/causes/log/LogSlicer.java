package io.outcrop.causes.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Cuts a log into its events.
final class LogSlicer {
  private static final Pattern CLOUDTRAIL = Pattern.compile("\\s*\\{\\s*\"Records\"\\s*:\\s*\\[");

  /// A line that begins an entry: a date and a time, bare or in brackets.
  private static final Pattern DATED =
      Pattern.compile(
          "[\\[(\"]?(?<time>\\d{4}[-/]\\d\\d[-/]\\d\\d[T"
              + " ]\\d\\d:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?|[A-Z][a-z]{2}"
              + " [ \\d]\\d \\d\\d:\\d\\d:\\d\\d)");

  private LogSlicer() {}

  /// The kinds of logs.
  enum Kind {
    CLOUDTRAIL,
    JSON_LINES,
    DATED_LINES,
    NONE
  }

  /// What kind of log `text` is.
  static Kind kind(String text) {
    if (CLOUDTRAIL.matcher(text).lookingAt()) {
      return Kind.CLOUDTRAIL;
    }
    var first = firstLine(text);
    if (first.startsWith("{") && first.endsWith("}")) {
      return text.indexOf("\n{") > 0 ? Kind.JSON_LINES : Kind.NONE;
    }
    return datedLines(text) > 1 ? Kind.DATED_LINES : Kind.NONE;
  }

  /// Hands every event to `events`, in order.
  static void cut(String text, Kind kind, Consumer<Slice> events) {
    switch (kind) {
      case CLOUDTRAIL -> objects(text, events);
      case JSON_LINES -> lines(text).forEach(events);
      case DATED_LINES -> entries(text, events);
      case NONE -> {}
    }
  }

  private static String firstLine(String text) {
    var end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private static int datedLines(String text) {
    var count = 0;
    var matcher = DATED.matcher(text);
    for (var at = 0; at >= 0 && at < text.length() && count < 2; at = next(text, at)) {
      count += matcher.region(at, text.length()).lookingAt() ? 1 : 0;
    }
    return count;
  }

  private static int next(String text, int at) {
    var end = text.indexOf('\n', at);
    return end < 0 ? -1 : end + 1;
  }

  /// The objects of the array that begins first.
  private static void objects(String text, Consumer<Slice> events) {
    var depth = 0;
    var start = 0;
    var quoted = false;
    for (var i = text.indexOf('[') + 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        start = depth++ == 0 ? i : start;
      } else if (c == '}' && --depth == 0) {
        events.accept(new Slice(start, i + 1, ""));
      } else if (depth < 0) {
        return;
      }
    }
  }

  private static List<Slice> lines(String text) {
    var lines = new ArrayList<Slice>();
    for (var at = 0; at >= 0 && at < text.length(); at = next(text, at)) {
      var end = text.indexOf('\n', at);
      if (text.charAt(at) == '{') {
        lines.add(new Slice(at, end < 0 ? text.length() : end, ""));
      }
    }
    return lines;
  }

  /// An entry goes on until the next line that has a date.
  private static void entries(String text, Consumer<Slice> events) {
    var matcher = DATED.matcher(text);
    var start = -1;
    var time = "";
    for (var at = 0; at >= 0 && at < text.length(); at = next(text, at)) {
      if (matcher.region(at, text.length()).lookingAt()) {
        if (start >= 0) {
          events.accept(new Slice(start, at, time));
        }
        start = at;
        time = matcher.group("time");
      }
    }
    if (start >= 0) {
      events.accept(new Slice(start, text.length(), time));
    }
  }
}
