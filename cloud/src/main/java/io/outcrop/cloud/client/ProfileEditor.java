package io.outcrop.cloud.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Changes one property of one section in the text of an AWS configuration file and keeps every
/// other character: comments, order, line ends. Pure functions; read and write the file as ISO
/// 8859-1 to keep bytes that are not UTF-8. Source of the form: AWS SDKs and Tools Reference Guide,
/// "Format of the config file", read 2026-11.
public final class ProfileEditor {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private ProfileEditor() {}

  /// `text` with the property set; a section that is missing is added at the end.
  ///
  /// @param section what stands in the brackets: `profile dev`
  /// @throws IllegalArgumentException if `name` is no property's name or `value` spans lines
  public static String set(String text, String section, String name, String value) {
    if (!NAME.matcher(name).matches() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("`" + name + "` cannot be set to that");
    }
    var current = line(text, section, name);
    return !current.isEmpty() && valueOf(current).equals(value)
        ? text
        : restore(text, section, name, name + " = " + value);
  }

  /// The line that sets the property, without its terminator; empty if none does.
  public static String line(String text, String section, String name) {
    var lines = lines(text);
    var at = property(lines, section, name);
    return at < 0 ? "" : body(lines.get(at));
  }

  /// `text` with the line that sets the property put to `line`; without it if `line` is empty.
  /// After [#set] in a section that was there this gives back exactly what was there before.
  public static String restore(String text, String section, String name, String line) {
    var lines = new ArrayList<>(lines(text));
    var at = property(lines, section, name);
    if (at >= 0) {
      var old = lines.remove(at);
      if (!line.isEmpty()) {
        lines.add(at, line + old.substring(body(old).length()));
      }
      return String.join("", lines);
    }
    return line.isEmpty() ? text : added(lines, text, section, line);
  }

  private static String added(List<String> lines, String text, String section, String line) {
    var end = text.contains("\r\n") ? "\r\n" : "\n";
    var heading = heading(lines, section);
    if (heading < 0) {
      var gap = text.isEmpty() || text.endsWith("\n") ? "" : end;
      return text + gap + (text.isEmpty() ? "" : end) + "[" + section + "]" + end + line + end;
    }
    var old = lines.get(heading);
    if (!old.endsWith("\n")) {
      lines.set(heading, old + end);
      lines.add(heading + 1, line);
    } else {
      lines.add(heading + 1, line + end);
    }
    return String.join("", lines);
  }

  /// The last assignment in the sections of that name counts.
  private static int property(List<String> lines, String section, String name) {
    var inside = false;
    var found = -1;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("[")) {
        inside = isHeading(line, section);
      } else if (inside && isProperty(line, name)) {
        found = i;
      }
    }
    return found;
  }

  private static int heading(List<String> lines, String section) {
    for (var i = 0; i < lines.size(); i++) {
      if (isHeading(lines.get(i), section)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isHeading(String line, String section) {
    var close = line.indexOf(']');
    return line.startsWith("[")
        && close > 0
        && line.substring(1, close).strip().replaceAll("[ \\t]+", " ").equals(section);
  }

  private static boolean isProperty(String line, String name) {
    var equals = line.indexOf('=');
    return equals > 0
        && !Character.isWhitespace(line.charAt(0))
        && line.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name);
  }

  private static String valueOf(String line) {
    return line.substring(line.indexOf('=') + 1).strip();
  }

  private static String body(String line) {
    return line.substring(0, line.length() - terminator(line).length());
  }

  private static String terminator(String line) {
    return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf('\n', start);
      var next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
