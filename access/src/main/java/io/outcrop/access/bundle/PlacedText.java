package io.outcrop.access.bundle;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Position;

/// Writes a JSON value so that each name and value stands again at the line and column where it was
/// read. Where something is longer now than it was, what follows on its line moves.
final class PlacedText {
  private final StringBuilder out = new StringBuilder();
  private int line = 1;
  private int column = 1;

  private PlacedText() {}

  static String of(Json value) {
    var text = new PlacedText();
    text.value(value);
    return text.out.toString();
  }

  private void value(Json value) {
    move(value.position());
    switch (value) {
      case Json.Obj object -> object(object);
      case Json.Arr array -> array(array);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> add(JsonWriter.compact(value));
    }
  }

  private void object(Json.Obj object) {
    add("{");
    var first = true;
    for (var member : object.members().entrySet()) {
      add(first ? "" : ",");
      first = false;
      move(member.getValue().namePosition());
      add(JsonWriter.compact(Json.of(member.getKey())));
      add(":");
      value(member.getValue().value());
    }
    add("}");
  }

  private void array(Json.Arr array) {
    add("[");
    var first = true;
    for (var element : array.elements()) {
      add(first ? "" : ",");
      first = false;
      value(element);
    }
    add("]");
  }

  private void move(Position position) {
    while (position.isKnown() && line < position.line()) {
      out.append('\n');
      line++;
      column = 1;
    }
    if (position.isKnown() && line == position.line() && column < position.column()) {
      out.repeat(" ", position.column() - column);
      column = position.column();
    }
  }

  private void add(String token) {
    out.append(token);
    column += token.length();
  }
}
