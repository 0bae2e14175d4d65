package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form whose names are paths: `Tags.member.1.Key=a`. Lists may leave `member` out; map entries
/// stand under `entry`. Source: Smithy 2.0, "AWS query protocol" and "AWS EC2 query protocol", read
/// 2026-11.
final class Form {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_DIGITS = 9;

  /// Which names a form uses.
  enum Names {
    /// The body's.
    QUERY {
      @Override
      String of(Member member) {
        return member.wireName();
      }
    },
    /// EC2's own, else the body's with a capital.
    EC2 {
      @Override
      String of(Member member) {
        return member.location() instanceof Location.Body(_, String own) && !own.isEmpty()
            ? own
            : Character.toUpperCase(member.wireName().charAt(0)) + member.wireName().substring(1);
      }
    };

    abstract String of(Member member);
  }

  /// A place in the form: a value, or further places by name. Small, since a form can have many.
  private static final class Node {
    private String value = "";
    private Map<String, Node> children = Map.of();

    private Node grow(String name) {
      if (children.isEmpty()) {
        children = new LinkedHashMap<>(4);
      }
      return children.computeIfAbsent(name, _ -> new Node());
    }

    private Optional<Node> child(String name) {
      return Optional.ofNullable(children.get(name));
    }

    private List<Node> numbered() {
      return children.entrySet().stream()
          .filter(entry -> isNumber(entry.getKey()))
          .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey())))
          .map(Map.Entry::getValue)
          .toList();
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty()
          && text.length() <= MAX_DIGITS
          && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  private final ServiceModel model;
  private final Names names;
  private final Node root = new Node();
  private final Scalars scalars = new Scalars();

  Form(ServiceModel model, Names names, Map<String, List<String>> parameters) {
    this.model = model;
    this.names = names;
    parameters.forEach(this::put);
  }

  /// What was of another kind than the model says, in order.
  List<String> problems() {
    return scalars.problems();
  }

  /// The form as a structure.
  Map<String, Json> read(Structure structure) {
    return structure(structure, root);
  }

  private void put(String name, List<String> values) {
    var node = root;
    for (var part : name.split("\\.", MAX_DEPTH)) {
      node = node.grow(part);
    }
    node.value = values.getFirst();
  }

  private Map<String, Json> structure(Structure structure, Node node) {
    var result = new LinkedHashMap<String, Json>();
    for (var member : structure.members().values()) {
      node.child(names.of(member))
          .ifPresent(child -> result.put(member.name(), value(member.type(), child)));
    }
    return result;
  }

  private Json value(Type type, Node node) {
    return switch (type) {
      case Type.Flag _ -> flag(node.value);
      case Type.Text _, Type.Blob _, Type.Document _, Type.Timestamp _, Type.Numeric _ ->
          scalars.text(type, node.value, TimeForm.DATE_TIME);
      case Type.ListOf list -> list(list, node);
      case Type.MapOf map -> map(map, node);
      case Type.Named(String shape) -> Json.object(structure(model.shape(shape), node));
    };
  }

  private Json list(Type.ListOf list, Node node) {
    var elements = list.flat() ? node : node.child(list.name()).orElse(node);
    return Json.array(elements.numbered().stream().map(one -> value(list.element(), one)).toList());
  }

  private Json map(Type.MapOf map, Node node) {
    var result = new LinkedHashMap<String, Json>();
    var entries = map.flat() ? node : node.child("entry").orElse(node);
    for (var entry : entries.numbered()) {
      var key = entry.child(map.keyName());
      var value = entry.child(map.valueName());
      if (key.isPresent() && value.isPresent()) {
        result.put(key.get().value, value(map.value(), value.get()));
      }
    }
    return Json.object(result);
  }

  /// Forms are typed by hand too: capitals are let pass.
  private Json flag(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
        ? Json.of(Boolean.parseBoolean(text))
        : scalars.problem("Invalid boolean: " + text);
  }
}
