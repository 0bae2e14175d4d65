package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form whose names are paths: `Tags.member.1.Key=a`. Lists may leave `member` out; map entries
/// stand under `entry`. Source: Smithy 2.0, "AWS query protocol", read 2026-11.
final class Form {
  private static final int MAX_DEPTH = 100;

  /// A place in the form: a value, or further places by name.
  private record Node(List<String> values, Map<String, Node> children) {
    private Node() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }

    String value() {
      return values.isEmpty() ? "" : values.getFirst();
    }

    List<Node> numbered() {
      return children.entrySet().stream()
          .filter(entry -> entry.getKey().matches("[0-9]{1,9}"))
          .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey())))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  private final ServiceModel model;
  private final Node root = new Node();
  private final List<String> problems = new ArrayList<>();

  Form(ServiceModel model, Map<String, List<String>> parameters) {
    this.model = model;
    parameters.forEach(this::put);
  }

  /// What was of another kind than the model says, in order.
  List<String> problems() {
    return problems;
  }

  /// The form as a structure of `members`.
  Json.Obj read(Map<String, Member> members) {
    return structure(members, root);
  }

  private void put(String name, List<String> values) {
    var node = root;
    for (var part : name.split("\\.", MAX_DEPTH)) {
      node = node.children().computeIfAbsent(part, _ -> new Node());
    }
    node.values().addAll(values);
  }

  private Json.Obj structure(Map<String, Member> members, Node node) {
    var result = new LinkedHashMap<String, Json>();
    members.forEach((name, member) -> {
      var child = node.children().get(name);
      if (child != null) {
        result.put(name, value(member.type(), child));
      }
    });
    return Json.object(result);
  }

  private Json value(Type type, Node node) {
    return switch (type) {
      case Type.Text _, Type.Blob _, Type.Document _ -> Json.of(node.value());
      case Type.Timestamp _ -> Times.iso(Json.of(node.value()));
      case Type.Numeric _ -> number(node.value());
      case Type.Flag _ -> flag(node.value());
      case Type.ListOf(Type element) -> list(element, node);
      case Type.MapOf(Type each) -> map(each, node);
      case Type.Named(String shape) -> structure(model.shape(shape), node);
    };
  }

  private Json list(Type element, Node node) {
    var elements = node.children().getOrDefault("member", node).numbered();
    return Json.array(elements.stream().map(one -> value(element, one)).toList());
  }

  private Json map(Type each, Node node) {
    var result = new LinkedHashMap<String, Json>();
    for (var entry : node.children().getOrDefault("entry", node).numbered()) {
      var key = entry.children().get("key");
      var value = entry.children().get("value");
      if (key != null && value != null) {
        result.put(key.value(), value(each, value));
      }
    }
    return Json.object(result);
  }

  private Json number(String text) {
    try {
      return Json.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      problems.add("Invalid number: " + text);
      return Json.of(0);
    }
  }

  private Json flag(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      problems.add("Invalid boolean: " + text);
    }
    return Json.of(Boolean.parseBoolean(text));
  }
}
