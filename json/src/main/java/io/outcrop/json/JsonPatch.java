package io.outcrop.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A change to a JSON value as a list of operations, done in order (RFC 6902). A patch is done
/// whole or not at all. Untouched parts keep the order of their members, and a replaced member
/// keeps its place.
public record JsonPatch(List<Operation> operations) {
  public JsonPatch {
    operations = List.copyOf(operations);
  }

  /// One step of a patch.
  public sealed interface Operation {
    /// The place that the step is about.
    JsonPointer path();

    /// Puts `value` at `path`: as a member, new or old, or before the array element there.
    record Add(JsonPointer path, Json value) implements Operation {}

    /// Takes away what is at `path`.
    record Remove(JsonPointer path) implements Operation {}

    /// Puts `value` in the place of what is at `path`.
    record Replace(JsonPointer path, Json value) implements Operation {}

    /// Takes away what is at `from` and adds it at `path`.
    record Move(JsonPointer from, JsonPointer path) implements Operation {}

    /// Adds what is at `from` at `path` too.
    record Copy(JsonPointer from, JsonPointer path) implements Operation {}

    /// Holds only if `value` is at `path`.
    record Test(JsonPointer path, Json value) implements Operation {}
  }

  /// What came of applying a patch.
  public sealed interface Application {
    /// All operations were done.
    record Applied(Json document) implements Application {}

    /// An operation could not be done, so none was.
    ///
    /// @param operation its number, from 0
    /// @param why the reason, lower case, without a full stop
    record DoesNotApply(int operation, String why) implements Application {}
  }

  /// What came of reading a patch.
  public sealed interface Parsing {
    /// The value is a patch.
    record Parsed(JsonPatch patch) implements Parsing {}

    /// The value is no patch.
    record Rejected(List<Problem> problems) implements Parsing {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a patch. Members that an operation does not have are passed over, as RFC 6902 wants.
  public static Parsing parse(Json json) {
    return PatchReader.read(json);
  }

  /// A small patch that turns `before` into `after`. Arrays are compared as sequences: what stays,
  /// stays in its order. Small is not smallest: very long arrays are compared place by place.
  public static JsonPatch between(Json before, Json after) {
    return new JsonPatch(PatchSearch.between(before, after));
  }

  /// Does all operations to `document`, or says which one cannot be done.
  public Application apply(Json document) {
    var result = document;
    for (var i = 0; i < operations.size(); i++) {
      switch (PatchStep.apply(operations.get(i), result)) {
        case PatchStep.Done(var changed) -> result = changed;
        case PatchStep.Not(var why) -> {
          return new Application.DoesNotApply(i, why);
        }
      }
    }
    return new Application.Applied(result);
  }

  /// The patch in RFC 6902's form.
  public Json toJson() {
    var elements = new ArrayList<Json>();
    operations.forEach(operation -> elements.add(json(operation)));
    return Json.array(elements);
  }

  private static Json json(Operation operation) {
    var members = new LinkedHashMap<String, Json>();
    switch (operation) {
      case Operation.Add(var path, var value) -> put(members, "add", path, value);
      case Operation.Replace(var path, var value) -> put(members, "replace", path, value);
      case Operation.Test(var path, var value) -> put(members, "test", path, value);
      case Operation.Remove(var path) -> {
        members.put("op", Json.of("remove"));
        members.put("path", Json.of(path.toString()));
      }
      case Operation.Move(var from, var path) -> put(members, "move", from, path);
      case Operation.Copy(var from, var path) -> put(members, "copy", from, path);
    }
    return Json.object(members);
  }

  private static void put(
      LinkedHashMap<String, Json> members, String op, JsonPointer path, Json value) {
    members.put("op", Json.of(op));
    members.put("path", Json.of(path.toString()));
    members.put("value", value);
  }

  private static void put(
      LinkedHashMap<String, Json> members, String op, JsonPointer from, JsonPointer path) {
    members.put("op", Json.of(op));
    members.put("from", Json.of(from.toString()));
    members.put("path", Json.of(path.toString()));
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
