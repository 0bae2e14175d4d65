package io.outcrop.sandbox.conversation;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// An object that is being written, member after member, without a copy for each.
public final class Fields {
  private final Map<String, Json> members = new LinkedHashMap<>();

  private Fields() {}

  /// Begins with one member.
  public static Fields of(String name, String value) {
    return new Fields().with(name, value);
  }

  /// Begins with none.
  public static Fields none() {
    return new Fields();
  }

  /// Adds a string.
  public Fields with(String name, String value) {
    return with(name, Json.of(value));
  }

  /// Adds a number.
  public Fields with(String name, long value) {
    return with(name, Json.of(value));
  }

  /// Adds a value.
  public Fields with(String name, Json value) {
    members.put(name, value);
    return this;
  }

  /// Adds `value` if it is not empty.
  public Fields withText(String name, String value) {
    return value.isEmpty() ? this : with(name, value);
  }

  /// The object.
  public Json.Obj json() {
    return Json.object(members);
  }
}
