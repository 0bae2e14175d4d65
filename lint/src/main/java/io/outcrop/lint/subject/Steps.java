package io.outcrop.lint.subject;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.json.JsonPointer;

/// Steps of a patch at places of a document.
public final class Steps {
  private Steps() {}

  /// Puts `value` in the place of what is there.
  public static Operation replace(String pointer, Json value) {
    return new Operation.Replace(at(pointer), value);
  }

  /// Takes away what is there.
  public static Operation remove(String pointer) {
    return new Operation.Remove(at(pointer));
  }

  /// Adds `value` as a member, or before the array element there.
  public static Operation add(String pointer, Json value) {
    return new Operation.Add(at(pointer), value);
  }

  /// Gives the member at `pointer` the name `name`.
  public static Operation rename(String pointer, String name) {
    var path = at(pointer);
    var parent = path.tokens().subList(0, path.tokens().size() - 1);
    return new Operation.Move(path, new JsonPointer(parent).child(name));
  }

  /// The pointer of the member `name` of what is at `pointer`.
  public static String member(String pointer, String name) {
    return at(pointer).child(name).toString();
  }

  private static JsonPointer at(String pointer) {
    return JsonPointer.parse(pointer).orElseThrow();
  }
}
