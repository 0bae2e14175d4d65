package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;

/// One line of a file in JSON, member by member: as [JsonWriter] would write it, without values in
/// between, since every call writes some.
final class Line {
  private final StringBuilder out;
  private boolean empty = true;

  private Line(StringBuilder out) {
    this.out = out.append('{');
  }

  static Line begin() {
    return new Line(new StringBuilder(1024));
  }

  Line text(String name, String value) {
    name(name);
    JsonWriter.string(value, out);
    return this;
  }

  /// A string; nothing for an empty one.
  Line textIfAny(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  Line number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  Line flag(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  Line value(String name, Json value) {
    name(name);
    JsonWriter.compact(value, out);
    return this;
  }

  /// An object whose members come next; [#close] ends it.
  Line object(String name) {
    name(name);
    return new Line(out);
  }

  Line close() {
    out.append('}');
    return this;
  }

  String end() {
    return out.append("}\n").toString();
  }

  private void name(String name) {
    if (!empty) {
      out.append(',');
    }
    empty = false;
    out.append('"').append(name).append("\":");
  }
}
