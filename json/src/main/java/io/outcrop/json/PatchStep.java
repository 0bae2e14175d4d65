package io.outcrop.json;

import io.outcrop.json.JsonPatch.Operation;
import java.util.ArrayList;
import java.util.function.Function;

/// What came of one operation of a patch, and the doing of it.
sealed interface PatchStep {
  /// The value with the operation done.
  record Done(Json document) implements PatchStep {}

  /// Why it cannot be done.
  record Not(String why) implements PatchStep {}

  static PatchStep apply(Operation operation, Json document) {
    return switch (operation) {
      case Operation.Add(var path, var value) -> add(document, path, value);
      case Operation.Remove(var path) -> remove(document, path);
      case Operation.Replace(var path, var value) -> replace(document, path, value);
      case Operation.Test(var path, var value) -> test(document, path, value);
      case Operation.Copy(var from, var path) ->
          from.in(document).map(value -> add(document, path, value)).orElseGet(() -> nothing(from));
      case Operation.Move(var from, var path) -> move(document, from, path);
    };
  }

  private static PatchStep test(Json document, JsonPointer path, Json value) {
    return path.in(document)
        .<PatchStep>map(found ->
            found.equals(value)
                ? new Done(document)
                : new Not("`" + path + "` is " + found + ", expected " + value))
        .orElseGet(() -> nothing(path));
  }

  private static PatchStep move(Json document, JsonPointer from, JsonPointer path) {
    if (from.encloses(path)) {
      return new Not("`" + from + "` cannot move into itself, to `" + path + "`");
    }
    return from.in(document)
        .map(value ->
            switch (remove(document, from)) {
              case Done(var rest) -> add(rest, path, value);
              case Not not -> from.equals(path) ? new Done(document) : not;
            })
        .orElseGet(() -> nothing(from));
  }

  private static PatchStep add(Json document, JsonPointer path, Json value) {
    return path.tokens().isEmpty()
        ? new Done(value)
        : within(document, path, 0, holder -> added(holder, path, value));
  }

  private static PatchStep added(Json holder, JsonPointer path, Json value) {
    var token = path.tokens().getLast();
    return switch (holder) {
      case Json.Obj object -> new Done(object.with(token, value));
      case Json.Arr array -> {
        var elements = new ArrayList<>(array.elements());
        var index =
            token.equals(JsonPointer.END) ? elements.size() : JsonPointer.index(token).orElse(-1);
        if (index < 0 || index > elements.size()) {
          yield new Not("`" + path + "`: an array of " + elements.size() + " has no such place");
        }
        elements.add(index, value);
        yield new Done(new Json.Arr(elements, array.position()));
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          new Not("`" + path + "`: what is above it is " + holder.kind());
    };
  }

  private static PatchStep remove(Json document, JsonPointer path) {
    if (path.tokens().isEmpty()) {
      return new Not("the whole document cannot be removed");
    }
    if (path.in(document).isEmpty()) {
      return nothing(path);
    }
    return within(document, path, 0, holder -> new Done(removed(holder, path.tokens().getLast())));
  }

  private static Json removed(Json holder, String token) {
    return switch (holder) {
      case Json.Obj object -> object.without(token);
      case Json.Arr array -> {
        var elements = new ArrayList<>(array.elements());
        elements.remove(JsonPointer.index(token).orElseThrow());
        yield new Json.Arr(elements, array.position());
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw new IllegalStateException("nothing is inside " + holder.kind());
    };
  }

  private static PatchStep replace(Json document, JsonPointer path, Json value) {
    if (path.in(document).isEmpty()) {
      return nothing(path);
    }
    return path.tokens().isEmpty()
        ? new Done(value)
        : within(
            document, path, 0, holder -> new Done(put(holder, path.tokens().getLast(), value)));
  }

  /// Changes what holds the place that `path` names, and rebuilds everything around it.
  private static PatchStep within(
      Json value, JsonPointer path, int depth, Function<Json, PatchStep> change) {
    if (depth == path.tokens().size() - 1) {
      return change.apply(value);
    }
    var token = path.tokens().get(depth);
    return JsonPointer.of(token)
        .in(value)
        .<PatchStep>map(inner ->
            switch (within(inner, path, depth + 1, change)) {
              case Done(var changed) -> new Done(put(value, token, changed));
              case Not not -> not;
            })
        .orElseGet(() -> nothing(new JsonPointer(path.tokens().subList(0, depth + 1))));
  }

  private static Json put(Json holder, String token, Json value) {
    return switch (holder) {
      case Json.Obj object -> object.with(token, value);
      case Json.Arr array -> {
        var elements = new ArrayList<>(array.elements());
        elements.set(JsonPointer.index(token).orElseThrow(), value);
        yield new Json.Arr(elements, array.position());
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw new IllegalStateException("nothing is inside " + holder.kind());
    };
  }

  private static PatchStep nothing(JsonPointer path) {
    return new Not("there is nothing at `" + path + "`");
  }
}
