package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a value that follows a JSON schema; the same each time. It knows `const`, `enum`, types,
/// objects, arrays, ranges, lengths, formats, patterns, `allOf`, `anyOf`, `oneOf` and references
/// inside the schema; of a choice it takes the first that it can. Source: JSON Schema 2020-12.
final class SchemaValue {
  private static final int DEEP = 24;

  private final Json.Obj root;
  private final String seed;

  SchemaValue(Json.Obj root, String seed) {
    this.root = root;
    this.seed = seed;
  }

  /// The value.
  Json make() {
    return make(root, "", 0);
  }

  private Json make(Json schema, String path, int depth) {
    if (!(schema instanceof Json.Obj given)) {
      return Json.of("stand-in");
    }
    var object = merged(given, depth);
    var fixed = object.get("const");
    if (fixed.isPresent()) {
      return fixed.get();
    }
    var values = object.list("enum");
    if (!values.isEmpty()) {
      return values.get((int) Long.remainderUnsigned(Ids.hash(seed + path), values.size()));
    }
    return switch (type(object)) {
      case "object" -> object(object, path, depth);
      case "array" -> array(object, path, depth);
      case "integer", "number" -> new NumberValue(object).make(Ids.hash(seed + path));
      case "boolean" -> Json.of(Ids.hash(seed + path) % 2 == 0);
      case "null" -> Json.ofNull();
      default -> Json.of(new TextValue(object).make(path, Ids.hash(seed + path)));
    };
  }

  private static String type(Json.Obj schema) {
    var type = schema.get("type").orElse(Json.ofNull());
    if (type instanceof Json.Arr several) {
      return several.elements().stream()
          .flatMap(one -> one.asText().stream())
          .filter(one -> !one.equals("null"))
          .findFirst()
          .orElse("null");
    }
    return type.asText()
        .orElseGet(() -> {
          if (schema.get("properties").isPresent() || schema.get("required").isPresent()) {
            return "object";
          }
          return schema.get("items").isPresent() || schema.get("prefixItems").isPresent()
              ? "array"
              : hasRange(schema) ? "number" : "string";
        });
  }

  private static boolean hasRange(Json.Obj schema) {
    return schema.get("minimum").isPresent() || schema.get("maximum").isPresent();
  }

  /// The schema with what it refers to, all of `allOf` and the first of `anyOf` and `oneOf`.
  private Json.Obj merged(Json.Obj schema, int depth) {
    var result = schema;
    for (var hops = 0; hops < DEEP && result.text("$ref").isPresent(); hops++) {
      var target = resolved(result.text("$ref").get());
      result = union(target.orElseGet(Json::object), result.without("$ref"));
    }
    for (var part : result.list("allOf")) {
      if (part instanceof Json.Obj object && depth < DEEP) {
        result = union(result.without("allOf"), merged(object, depth + 1));
      }
    }
    for (var word : List.of("anyOf", "oneOf")) {
      var choices = result.list(word);
      if (!choices.isEmpty() && choice(choices, depth) instanceof Json.Obj object) {
        result = union(result.without(word), merged(object, depth + 1));
      }
    }
    return result;
  }

  /// The first that is not `null`; far down the last, which more often ends a recursion.
  private static Json choice(List<Json> choices, int depth) {
    if (depth > DEEP / 2) {
      return choices.getLast();
    }
    return choices.stream()
        .filter(it -> !(it instanceof Json.Obj o && o.text("type").orElse("").equals("null")))
        .findFirst()
        .orElse(choices.getFirst());
  }

  private static Json.Obj union(Json.Obj one, Json.Obj other) {
    var result = one;
    for (var member : other.members().entrySet()) {
      var name = member.getKey();
      var value = member.getValue().value();
      result = result.with(name, joined(name, result.get(name), value));
    }
    return result;
  }

  private static Json joined(String name, Optional<Json> before, Json value) {
    if (before.isEmpty()) {
      return value;
    }
    if (name.equals("properties")
        && before.get() instanceof Json.Obj one
        && value instanceof Json.Obj other) {
      return union(one, other);
    }
    if (name.equals("required")
        && before.get() instanceof Json.Arr one
        && value instanceof Json.Arr other) {
      var both = new LinkedHashSet<Json>(one.elements());
      both.addAll(other.elements());
      return Json.array(List.copyOf(both));
    }
    return value;
  }

  private Optional<Json.Obj> resolved(String reference) {
    if (!reference.startsWith("#")) {
      return Optional.empty();
    }
    Json at = root;
    for (var step : reference.substring(1).split("/", -1)) {
      if (!step.isEmpty()) {
        var name = step.replace("~1", "/").replace("~0", "~");
        at = at instanceof Json.Obj object ? object.get(name).orElse(Json.ofNull()) : Json.ofNull();
      }
    }
    return at instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
  }

  /// What is required; everything where nothing is.
  private Json object(Json.Obj schema, String path, int depth) {
    var properties = schema.object("properties").orElseGet(Json::object);
    Set<String> required = new LinkedHashSet<>();
    schema.list("required").forEach(name -> name.asText().ifPresent(required::add));
    if (required.isEmpty() && depth < 3) {
      required.addAll(properties.members().keySet());
    }
    var least = NumberValue.whole(schema, "minProperties", 0);
    for (var name : properties.members().keySet()) {
      if (required.size() < least) {
        required.add(name);
      }
    }
    Map<String, Json> members = new LinkedHashMap<>();
    for (var name : required) {
      var property = properties.get(name).or(() -> schema.get("additionalProperties"));
      members.put(name, make(property.orElseGet(Json::object), path + "." + name, depth + 1));
    }
    for (var i = 1; members.size() < least && depth < DEEP; i++) {
      var more = schema.get("additionalProperties").orElseGet(Json::object);
      members.put("stand_in_" + i, make(more, path + ".+" + i, depth + 1));
    }
    return Json.object(members);
  }

  private Json array(Json.Obj schema, String path, int depth) {
    var tuple = schema.list("prefixItems");
    var least = NumberValue.whole(schema, "minItems", depth < 3 ? 1 : 0);
    var most = NumberValue.whole(schema, "maxItems", Integer.MAX_VALUE);
    var size = Math.min(most, Math.max(least, tuple.size()));
    var elements = new ArrayList<Json>();
    var unique = schema.get("uniqueItems").filter(Json.of(true)::equals).isPresent();
    for (var tries = 0; elements.size() < size && tries < size + 200 && depth < DEEP; tries++) {
      var i = elements.size();
      var items = i < tuple.size() ? tuple.get(i) : schema.get("items").orElseGet(Json::object);
      var element = make(items, path + "[" + tries + "]", depth + 1);
      if (!unique || !elements.contains(element)) {
        elements.add(element);
      }
    }
    return Json.array(elements);
  }
}
