package io.outcrop.json;

import io.outcrop.json.JsonPatch.Application;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.json.TextSpan.Item;
import java.util.Optional;

/// Does a patch to a JSON text, and leaves as it is written what the patch does not touch: line
/// breaks, indentation, spaces, the order of members.
///
/// Every operation is done to the text by itself: what is removed takes its comma along, and what
/// is added is separated from its neighbours as they are from each other. If the text that comes
/// out does not say what the patched value says, the value is printed anew.
public final class TextPatch {
  private static final int SHORT_LINE = 100;

  private TextPatch() {}

  /// `text` with `patch` done; empty if the text is no JSON or the patch does not apply.
  public static Optional<String> apply(String text, JsonPatch patch) {
    if (!(JsonReader.read(text) instanceof JsonReading.Read(var document))
        || !(patch.apply(document) instanceof Application.Applied(var wanted))) {
      return Optional.empty();
    }
    var result = text;
    for (var operation : patch.operations()) {
      result = apply(result, operation);
    }
    return Optional.of(
        JsonReader.read(result) instanceof JsonReading.Read(var got) && got.equals(wanted)
            ? result
            : JsonWriter.pretty(wanted) + "\n");
  }

  private static String apply(String text, Operation operation) {
    return switch (operation) {
      case Operation.Add(var path, var value) -> add(text, path, value);
      case Operation.Remove(var path) -> remove(text, path);
      case Operation.Replace(var path, var value) -> replace(text, path, value);
      case Operation.Copy(var from, var path) -> add(text, path, valueAt(text, from));
      case Operation.Move(var from, var path) -> add(remove(text, from), path, valueAt(text, from));
      case Operation.Test _ -> text;
    };
  }

  private static Json valueAt(String text, JsonPointer pointer) {
    return JsonReader.read(text) instanceof JsonReading.Read(var document)
        ? pointer.in(document).orElseGet(Json::ofNull)
        : Json.ofNull();
  }

  private static String replace(String text, JsonPointer path, Json value) {
    var old = TextSpan.of(text).at(path);
    var inline = !old.text(text).contains("\n");
    return text.substring(0, old.start())
        + written(value, old, text, inline)
        + text.substring(old.end());
  }

  private static String remove(String text, JsonPointer path) {
    var tokens = path.tokens();
    var holder = TextSpan.of(text).at(new JsonPointer(tokens.subList(0, tokens.size() - 1)));
    var items = holder.items();
    var place = holder.indexOf(tokens.getLast());
    if (items.size() == 1) {
      return text.substring(0, holder.start() + 1) + text.substring(holder.end() - 1);
    }
    var from = place == 0 ? items.getFirst().start() : items.get(place - 1).value().end();
    var to = place == 0 ? items.get(1).start() : items.get(place).value().end();
    return text.substring(0, from) + text.substring(to);
  }

  private static String add(String text, JsonPointer path, Json value) {
    if (path.tokens().isEmpty()) {
      return JsonWriter.pretty(value) + "\n";
    }
    var tokens = path.tokens();
    var token = tokens.getLast();
    var holder = TextSpan.of(text).at(new JsonPointer(tokens.subList(0, tokens.size() - 1)));
    if (holder.isObject() && holder.indexOf(token) >= 0) {
      return replace(text, path, value);
    }
    if (holder.items().isEmpty()) {
      return addFirst(text, holder, token, value);
    }
    var items = holder.items();
    var place =
        holder.isObject() || token.equals(JsonPointer.END)
            ? items.size()
            : JsonPointer.index(token).orElse(items.size());
    var gap = gap(text, holder);
    var like = items.get(Math.min(place, items.size() - 1));
    var item = item(text, holder, like, token, value, !gap.contains("\n"));
    if (place == items.size()) {
      var end = items.getLast().value().end();
      return text.substring(0, end) + "," + gap + item + text.substring(end);
    }
    var start = items.get(place).start();
    return text.substring(0, start) + item + "," + gap + text.substring(start);
  }

  /// The white space before each item.
  private static String gap(String text, TextSpan holder) {
    var first = holder.items().getFirst();
    var before = text.substring(holder.start() + 1, first.start());
    return before.contains("\n") ? before.substring(before.lastIndexOf('\n')) : " ";
  }

  private static String item(
      String text, TextSpan holder, Item like, String token, Json value, boolean inline) {
    if (!holder.isObject()) {
      return written(value, like.value(), text, inline);
    }
    var colon = text.substring(like.nameEnd(), like.value().start());
    return JsonWriter.compact(Json.of(token)) + colon + written(value, like.value(), text, inline);
  }

  private static String addFirst(String text, TextSpan holder, String token, Json value) {
    var indent = holder.indent(text);
    var unit = TextSpan.unit(text);
    var name = holder.isObject() ? JsonWriter.compact(Json.of(token)) + ": " : "";
    var pretty = indented(JsonWriter.pretty(value), unit).replace("\n", "\n" + indent + unit);
    return text.substring(0, holder.start() + 1)
        + "\n"
        + indent
        + unit
        + name
        + pretty
        + "\n"
        + indent
        + text.substring(holder.end() - 1);
  }

  /// `value` as it is written in the place of `like`, or beside it: in one line where that is short
  /// and its neighbours are, or where it holds nothing but plain values.
  private static String written(Json value, TextSpan like, String text, boolean inline) {
    var line = inLine(value);
    if (line.length() <= SHORT_LINE && (inline || isFlat(value))) {
      return line;
    }
    var indent = like.indent(text);
    return indented(JsonWriter.pretty(value), TextSpan.unit(text)).replace("\n", "\n" + indent);
  }

  private static boolean isFlat(Json value) {
    return !(value instanceof Json.Obj)
        && !(value instanceof Json.Arr array
            && array.elements().stream()
                .anyMatch(one -> one instanceof Json.Obj || one instanceof Json.Arr));
  }

  private static String indented(String pretty, String unit) {
    var out = new StringBuilder();
    for (var line : pretty.split("\n", -1)) {
      var depth = (line.length() - line.stripLeading().length()) / 2;
      out.append(out.isEmpty() ? "" : "\n").repeat(unit, depth).append(line.stripLeading());
    }
    return out.toString();
  }

  private static String inLine(Json value) {
    return switch (value) {
      case Json.Obj(var members, _) when !members.isEmpty() -> {
        var out = new StringBuilder("{ ");
        members.forEach((name, member) ->
            out.append(out.length() > 2 ? ", " : "")
                .append(JsonWriter.compact(Json.of(name)))
                .append(": ")
                .append(inLine(member.value())));
        yield out.append(" }").toString();
      }
      case Json.Arr(var elements, _) -> {
        var out = new StringBuilder("[");
        elements.forEach(one -> out.append(out.length() > 1 ? ", " : "").append(inLine(one)));
        yield out.append("]").toString();
      }
      case Json.Obj _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          JsonWriter.compact(value);
    };
  }
}
