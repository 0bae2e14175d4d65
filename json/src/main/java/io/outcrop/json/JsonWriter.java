package io.outcrop.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Writes JSON text. Both forms are deterministic: the same value gives the same text.
public final class JsonWriter {
  private JsonWriter() {}

  /// One line, no white space.
  public static String compact(Json value) {
    var out = new StringBuilder();
    compact(value, out);
    return out.toString();
  }

  /// Appends `value` to `out`, on one line, without white space.
  public static void compact(Json value, StringBuilder out) {
    write(value, out, -1);
  }

  /// Appends `text` to `out` as a string, in quotes.
  public static void string(String text, StringBuilder out) {
    out.append('"');
    var begin = 0;
    for (var i = 0; i < text.length(); i++) {
      if (isEscaped(text.charAt(i))) {
        out.append(text, begin, i);
        JsonStringEncoder.getInstance().quoteAsString(text.substring(i, i + 1), out);
        begin = i + 1;
      }
    }
    out.append(text, begin, text.length()).append('"');
  }

  private static boolean isEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  /// Two spaces a level, one member or element a line, no line break at the end.
  public static String pretty(Json value) {
    var out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out, int level) {
    switch (value) {
      case Json.Obj object -> object(object, out, level);
      case Json.Arr array -> array(array, out, level);
      case Json.Str string -> string(string.text(), out);
      case Json.Num number -> out.append(number(number));
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null _ -> out.append("null");
    }
  }

  private static String number(Json.Num number) {
    var value = number.value();
    return value.scale() <= 0 && value.precision() - value.scale() < 40
        ? value.toPlainString()
        : value.toString();
  }

  private static void object(Json.Obj object, StringBuilder out, int level) {
    out.append('{');
    var first = true;
    for (var member : object.members().entrySet()) {
      separate(out, first, level);
      first = false;
      string(member.getKey(), out);
      out.append(level < 0 ? ":" : ": ");
      write(member.getValue().value(), out, level < 0 ? level : level + 1);
    }
    close(out, first, level, '}');
  }

  private static void array(Json.Arr array, StringBuilder out, int level) {
    out.append('[');
    var first = true;
    for (var element : array.elements()) {
      separate(out, first, level);
      first = false;
      write(element, out, level < 0 ? level : level + 1);
    }
    close(out, first, level, ']');
  }

  private static void separate(StringBuilder out, boolean first, int level) {
    if (!first) {
      out.append(',');
    }
    if (level >= 0) {
      out.append('\n').repeat("  ", level + 1);
    }
  }

  private static void close(StringBuilder out, boolean empty, int level, char bracket) {
    if (!empty && level >= 0) {
      out.append('\n').repeat("  ", level);
    }
    out.append(bracket);
  }
}
