package io.outcrop.json;

import java.util.ArrayList;
import java.util.List;

/// Where a value of a well-formed JSON text stands, with what is inside.
///
/// @param start of its first character
/// @param end behind its last one
/// @param isObject whether it is an object
/// @param items its members or elements, in order; none for a plain value
record TextSpan(int start, int end, boolean isObject, List<Item> items) {
  TextSpan {
    items = List.copyOf(items);
  }

  /// A member or an element.
  ///
  /// @param name a member's name; empty for an element
  /// @param start of the name, or of the element
  /// @param nameEnd behind the name's closing quote; for an element its start
  record Item(String name, int start, int nameEnd, TextSpan value) {}

  /// The whole of `text`, which is well-formed.
  static TextSpan of(String text) {
    return new Scan(text).value();
  }

  /// What `pointer` names, which is there.
  TextSpan at(JsonPointer pointer) {
    var span = this;
    for (var token : pointer.tokens()) {
      span = span.items.get(span.indexOf(token)).value;
    }
    return span;
  }

  /// The place of the member or element `token`; -1 if there is none.
  int indexOf(String token) {
    if (!isObject) {
      var index = JsonPointer.index(token).orElse(-1);
      return index < items.size() ? index : -1;
    }
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i).name.equals(token)) {
        return i;
      }
    }
    return -1;
  }

  String text(String whole) {
    return whole.substring(start, end);
  }

  /// The white space with which the line begins that it begins in.
  String indent(String whole) {
    var line = whole.lastIndexOf('\n', start - 1) + 1;
    var at = line;
    while (at < whole.length() && (whole.charAt(at) == ' ' || whole.charAt(at) == '\t')) {
      at++;
    }
    return whole.substring(line, at);
  }

  /// By what each level of `whole` is indented: as its first indented line is.
  static String unit(String whole) {
    return whole
        .lines()
        .filter(line -> !line.isBlank() && Character.isWhitespace(line.charAt(0)))
        .findFirst()
        .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
        .orElse("  ");
  }

  /// One pass over a text.
  private static final class Scan {
    private final String text;
    private int at;

    private Scan(String text) {
      this.text = text;
    }

    private TextSpan value() {
      blanks();
      var start = at;
      return switch (text.charAt(at)) {
        case '{' -> items(start, true);
        case '[' -> items(start, false);
        case '"' -> {
          string();
          yield new TextSpan(start, at, false, List.of());
        }
        default -> {
          while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
          }
          yield new TextSpan(start, at, false, List.of());
        }
      };
    }

    private TextSpan items(int start, boolean object) {
      var items = new ArrayList<Item>();
      at++;
      for (blanks(); text.charAt(at) != '}' && text.charAt(at) != ']'; blanks()) {
        items.add(object ? member() : element());
        blanks();
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at++;
      return new TextSpan(start, at, object, items);
    }

    private Item element() {
      var value = value();
      return new Item("", value.start, value.start, value);
    }

    private Item member() {
      var start = at;
      string();
      var nameEnd = at;
      var name =
          JsonReader.read(text.substring(start, nameEnd)) instanceof JsonReading.Read(var read)
              ? read.asText().orElse("")
              : "";
      blanks();
      at++;
      return new Item(name, start, nameEnd, value());
    }

    private void string() {
      at++;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    }

    private void blanks() {
      while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
        at++;
      }
    }
  }
}
