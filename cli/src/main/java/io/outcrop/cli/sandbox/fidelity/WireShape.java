package io.outcrop.cli.sandbox.fidelity;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which members an answer has, whatever they hold: `modelSummaries[].modelId`. XML's elements are
/// members; of what stands in a list, all that any of its elements has.
final class WireShape {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*?(/?)>");

  private WireShape() {}

  static Set<String> of(String text) {
    var shape = new TreeSet<String>();
    if (text.stripLeading().startsWith("<")) {
      xml(text, shape);
    } else if (JsonReader.read(text) instanceof JsonReading.Read(var value)) {
      json("", value, shape);
    }
    return shape;
  }

  private static void json(String path, Json value, Set<String> shape) {
    switch (value) {
      case Json.Obj object ->
          object
              .members()
              .forEach((name, member) -> {
                var inner = path.isEmpty() ? name : path + "." + name;
                shape.add(inner);
                json(inner, member.value(), shape);
              });
      case Json.Arr array -> array.elements().forEach(element -> json(path + "[]", element, shape));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  private static void xml(String text, Set<String> shape) {
    var path = new ArrayDeque<String>();
    var tags = TAG.matcher(text);
    while (tags.find()) {
      if (!tags.group(1).isEmpty()) {
        path.pollLast();
        continue;
      }
      path.addLast(tags.group(2));
      shape.add(String.join(".", path));
      if (!tags.group(3).isEmpty()) {
        path.pollLast();
      }
    }
  }
}
