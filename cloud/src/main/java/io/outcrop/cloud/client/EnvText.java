package io.outcrop.cloud.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The assignments in the text of a `.env` file, each with its place, so that one can be replaced
/// and every other character kept.
///
/// A line is `[export] NAME = value`, a comment (`#` first) or something else, which is passed
/// over. A value is bare (ends at the line's end or at a `#` that begins it or follows white space;
/// trimmed), single-quoted (as it is) or double-quoted (`\n`, `\r`, `\t`, `\"`, `\\` and `\$` are
/// read). Quoted values may span lines; a quote that is never closed is an ordinary character.
record EnvText(String text, List<Assignment> assignments) {
  private static final Pattern START =
      Pattern.compile("\\G[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=");
  private static final Pattern COMMENT_OR_END =
      Pattern.compile("\\G[ \\t]*(?:#[^\\r\\n]*)?(?=[\\r\\n]|\\z)");

  /// One assignment.
  ///
  /// @param name the variable
  /// @param value its value as a program would see it
  /// @param start where its line begins
  /// @param valueStart where the value begins, quotes included
  /// @param valueEnd where it ends
  /// @param end where the line ends, before its terminator
  record Assignment(String name, String value, int start, int valueStart, int valueEnd, int end) {}

  static EnvText of(String text) {
    var found = new ArrayList<Assignment>();
    var start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length()) {
      var assignment = assignmentAt(text, start);
      assignment.ifPresent(found::add);
      start = afterTerminator(text, assignment.map(Assignment::end).orElse(lineEnd(text, start)));
    }
    return new EnvText(text, List.copyOf(found));
  }

  /// The assignment of `name` that counts: the last one.
  Optional<Assignment> last(String name) {
    return assignments.reversed().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// The place behind the line terminator at `end`; `end` itself at the end of the text.
  static int afterTerminator(String text, int end) {
    if (end >= text.length()) {
      return text.length();
    }
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  private static Optional<Assignment> assignmentAt(String text, int start) {
    var matcher = START.matcher(text);
    if (!matcher.find(start)) {
      return Optional.empty();
    }
    var name = matcher.group(1);
    var afterEquals = matcher.end();
    var valueStart = afterEquals;
    while (valueStart < text.length() && isBlank(text.charAt(valueStart))) {
      valueStart++;
    }
    var quote = valueStart < text.length() ? text.charAt(valueStart) : ' ';
    if (quote == '"' || quote == '\'') {
      var close = closingQuote(text, valueStart, quote);
      var rest = COMMENT_OR_END.matcher(text);
      if (close > 0 && rest.find(close + 1)) {
        var value = unquoted(text.substring(valueStart + 1, close), quote);
        return Optional.of(
            new Assignment(name, value, start, valueStart, close + 1, lineEnd(text, close)));
      }
    }
    return Optional.of(bare(text, name, start, afterEquals));
  }

  private static Assignment bare(String text, String name, int start, int afterEquals) {
    var end = lineEnd(text, afterEquals);
    var stop = afterEquals;
    while (stop < end && !beginsComment(text, stop, afterEquals)) {
      stop++;
    }
    var raw = text.substring(afterEquals, stop);
    var value = raw.strip();
    var valueStart = value.isEmpty() ? afterEquals : afterEquals + raw.indexOf(value);
    return new Assignment(name, value, start, valueStart, valueStart + value.length(), end);
  }

  private static boolean beginsComment(String text, int at, int afterEquals) {
    return text.charAt(at) == '#' && (at == afterEquals || isBlank(text.charAt(at - 1)));
  }

  private static int closingQuote(String text, int open, char quote) {
    for (var i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private static String unquoted(String inner, char quote) {
    if (quote == '\'') {
      return inner;
    }
    var out = new StringBuilder();
    for (var i = 0; i < inner.length(); i++) {
      var c = inner.charAt(i);
      if (c != '\\' || i + 1 == inner.length()) {
        out.append(c);
        continue;
      }
      var next = inner.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case '"', '\\', '$' -> out.append(next);
        default -> out.append('\\').append(next);
      }
    }
    return out.toString();
  }

  private static int lineEnd(String text, int from) {
    var end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
