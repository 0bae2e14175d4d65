package io.outcrop.sandbox.wire.constraint;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Rule;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Structure;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Looks for what an input breaks, at any depth, in the model's order.
///
/// Paths are AWS's: names begin small, elements count from one. Of a list's texts and numbers AWS
/// shows the whole list and all that its elements must be; of a map's, the whole map. Source: what
/// services answer, as users quote it; the order of several violations is unverified.
public final class Constraints {
  private static final Rules RULES = new Rules();

  private final ServiceModel model;
  private final List<Violation> found = new ArrayList<>();

  private Constraints(ServiceModel model) {
    this.model = model;
  }

  /// What `input` breaks; empty if nothing.
  public static List<Violation> broken(ServiceModel model, Structure structure, Json.Obj input) {
    var look = new Constraints(model);
    look.structure(structure, input, "");
    return look.found;
  }

  private void structure(Structure structure, Json.Obj value, String prefix) {
    for (var member : structure.members().values()) {
      var given = value.members().get(member.name());
      if (given != null) {
        value(member.type(), given.value(), prefix + lowerFirst(member.name()));
      } else if (member.required() && !(member.location() instanceof Location.Payload)) {
        missing(member, prefix);
      }
    }
  }

  private void missing(Member member, String prefix) {
    found.add(
        new Violation(
            " null",
            prefix + lowerFirst(member.name()),
            new Violation.Broken.Required(),
            "Member must not be null"));
  }

  private void value(Type type, Json value, String path) {
    own(type, value, path);
    switch (type) {
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object, path + ".");
      case Type.ListOf list when value instanceof Json.Arr array -> elements(list, array, path);
      case Type.MapOf map when value instanceof Json.Obj object -> entries(map, object, path);
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> {}
      case Type.Text _,
          Type.Numeric _,
          Type.Flag _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _ -> {}
    }
  }

  private void own(Type type, Json value, String path) {
    var rules = type.rules();
    for (var i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      for (var sentence : RULES.broken(rule, measured(type, value))) {
        found.add(new Violation(shown(type, value), path, new Violation.Broken.Of(rule), sentence));
      }
    }
  }

  /// A blob's length is that of its bytes.
  private static Json measured(Type type, Json value) {
    return type instanceof Type.Blob && value instanceof Json.Str(String text, _)
        ? Json.of(".".repeat(byteCount(text)))
        : value;
  }

  private static int byteCount(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length;
    } catch (IllegalArgumentException _) {
      return base64.length();
    }
  }

  private void elements(Type.ListOf list, Json.Arr array, String path) {
    if (isPlain(list.element())) {
      var each = brokenByAny(list.element(), array.elements());
      if (!each.isEmpty()) {
        found.add(
            new Violation(
                shown(list, array),
                path,
                new Violation.Broken.Of(each.getFirst()),
                "Member must satisfy constraint: " + all(list.element().rules())));
      }
      return;
    }
    for (var i = 0; i < array.elements().size(); i++) {
      value(list.element(), array.elements().get(i), path + "." + (i + 1) + ".member");
    }
  }

  private void entries(Type.MapOf map, Json.Obj object, String path) {
    var keys = object.members().keySet().stream().<Json>map(Json::of).toList();
    entries(map, map.key(), keys, "Map keys must satisfy constraint: ", object, path);
    var values = object.members().values().stream().map(member -> member.value()).toList();
    if (isPlain(map.value())) {
      entries(map, map.value(), values, "Map value must satisfy constraint: ", object, path);
    } else {
      object
          .members()
          .forEach(
              (key, member) -> value(map.value(), member.value(), path + "." + key + ".member"));
    }
  }

  private void entries(
      Type.MapOf map, Type each, List<Json> values, String what, Json.Obj object, String path) {
    var broken = brokenByAny(each, values);
    if (!broken.isEmpty()) {
      found.add(
          new Violation(
              shown(map, object),
              path,
              new Violation.Broken.Of(broken.getFirst()),
              what + all(each.rules())));
    }
  }

  private static List<Rule> brokenByAny(Type type, List<Json> values) {
    return type.rules().stream()
        .filter(rule ->
            values.stream().anyMatch(one -> !RULES.broken(rule, measured(type, one)).isEmpty()))
        .toList();
  }

  private static String all(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> Rules.sentences(rule).stream())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isPlain(Type type) {
    return switch (type) {
      case Type.Text _,
          Type.Numeric _,
          Type.Flag _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _ ->
          true;
      case Type.ListOf _, Type.MapOf _, Type.Named _ -> false;
    };
  }

  private static String shown(Type type, Json value) {
    return isSecret(type) || type instanceof Type.Blob ? "" : " '" + plain(value) + "'";
  }

  private static boolean isSecret(Type type) {
    return type.rules().contains(new Rule.Secret())
        || switch (type) {
          case Type.ListOf list -> isSecret(list.element());
          case Type.MapOf map -> isSecret(map.key()) || isSecret(map.value());
          case Type.Text _,
              Type.Numeric _,
              Type.Flag _,
              Type.Blob _,
              Type.Timestamp _,
              Type.Document _,
              Type.Named _ ->
              false;
        };
  }

  private static String plain(Json value) {
    return switch (value) {
      case Json.Str(String text, _) -> text;
      case Json.Num number -> number.value().toPlainString();
      case Json.Bool _, Json.Null _ -> value.toString();
      case Json.Arr(List<Json> elements, _) ->
          elements.stream().map(Constraints::plain).collect(Collectors.joining(", ", "[", "]"));
      case Json.Obj object ->
          object.members().entrySet().stream()
              .map(entry -> entry.getKey() + "=" + plain(entry.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String lowerFirst(String name) {
    return Character.isLowerCase(name.charAt(0))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
