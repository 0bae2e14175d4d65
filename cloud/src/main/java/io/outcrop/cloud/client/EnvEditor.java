package io.outcrop.cloud.client;

import java.util.regex.Pattern;

/// Changes one variable in the text of a `.env` file and keeps every other character: comments,
/// order, line ends, other systems' lines. Where a name is assigned more than once, the last
/// assignment counts, so that one is changed. Pure functions; read and write the file as ISO 8859-1
/// to keep bytes that are not UTF-8.
public final class EnvEditor {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

  private EnvEditor() {}

  /// `text` with `name` set to `value`; a new line at the end if it is not there yet.
  ///
  /// @throws IllegalArgumentException if `name` is not a variable's name or `value` spans lines
  public static String set(String text, String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("`" + name + "` is not a variable's name");
    }
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("the value of `" + name + "` spans lines");
    }
    var written = written(value);
    var found = EnvText.of(text).last(name);
    if (found.isEmpty()) {
      return append(text, name + "=" + written);
    }
    var old = found.get();
    var rest = text.substring(old.valueEnd());
    return text.substring(0, old.valueStart()) + written + (rest.startsWith("#") ? " " : "") + rest;
  }

  /// The whole line (lines, for a quoted value that spans some) that assigns `name`, without its
  /// terminator; empty if none does.
  public static String line(String text, String name) {
    return EnvText.of(text)
        .last(name)
        .map(found -> text.substring(found.start(), found.end()))
        .orElse("");
  }

  /// `text` with the line that assigns `name` put back to `line`, which came from [#line]; without
  /// that line if it was empty. After [#set] this gives back exactly what was there before.
  public static String restore(String text, String name, String line) {
    var found = EnvText.of(text).last(name);
    if (found.isEmpty()) {
      return line.isEmpty() ? text : append(text, line);
    }
    var start = found.get().start();
    var end = found.get().end();
    if (!line.isEmpty()) {
      return text.substring(0, start) + line + text.substring(end);
    }
    if (end < text.length()) {
      return text.substring(0, start) + text.substring(EnvText.afterTerminator(text, end));
    }
    return text.substring(0, beforeTerminator(text, start));
  }

  private static String append(String text, String line) {
    var terminator = text.contains("\r\n") ? "\r\n" : "\n";
    return text.isEmpty() || text.endsWith("\n") || text.equals("\uFEFF")
        ? text + line + terminator
        : text + terminator + line;
  }

  private static int beforeTerminator(String text, int start) {
    if (start > 0 && text.charAt(start - 1) == '\n') {
      return start > 1 && text.charAt(start - 2) == '\r' ? start - 2 : start - 1;
    }
    return start;
  }

  private static String written(String value) {
    if (value.isEmpty() || BARE.matcher(value).matches()) {
      return value;
    }
    var escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
    return "\"" + escaped + "\"";
  }
}
