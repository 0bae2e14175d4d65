package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds required members that are not there, at any depth, and says so as AWS does: `1 validation
/// error detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not
/// be null`.
final class MissingMembers {
  private final ServiceModel model;
  private final List<String> missing = new ArrayList<>();

  private MissingMembers(ServiceModel model) {
    this.model = model;
  }

  /// AWS's sentence; empty if nothing is missing.
  static Optional<String> find(ServiceModel model, Map<String, Member> members, Json.Obj input) {
    var search = new MissingMembers(model);
    search.structure(members, input, "");
    return search.missing.isEmpty() ? Optional.empty() : Optional.of(search.sentence());
  }

  private String sentence() {
    var count = missing.size() == 1 ? "1 validation error" : missing.size() + " validation errors";
    return missing.stream()
        .map(path ->
            "Value null at '" + path + "' failed to satisfy constraint: Member must not be null")
        .collect(Collectors.joining("; ", count + " detected: ", ""));
  }

  private void structure(Map<String, Member> members, Json.Obj value, String prefix) {
    members.forEach((name, member) -> {
      var path = prefix + lowerFirst(name);
      var given = value.get(name);
      if (given.isPresent()) {
        within(member.type(), given.get(), path);
      } else if (member.required() && !(member.location() instanceof Location.Payload)) {
        missing.add(path);
      }
    });
  }

  private void within(Type type, Json value, String path) {
    switch (type) {
      case Type.Named(String shape) when value instanceof Json.Obj object ->
          structure(model.shape(shape), object, path + ".");
      case Type.ListOf(Type element) when value instanceof Json.Arr array -> {
        for (var i = 0; i < array.elements().size(); i++) {
          within(element, array.elements().get(i), path + "." + (i + 1) + ".member");
        }
      }
      case Type.MapOf(Type each) when value instanceof Json.Obj object ->
          object
              .members()
              .forEach((key, member) -> within(each, member.value(), path + "." + key + ".member"));
      case Type.Named _, Type.ListOf _, Type.MapOf _ -> {}
      case Type.Text _,
          Type.Numeric _,
          Type.Flag _,
          Type.Blob _,
          Type.Timestamp _,
          Type.Document _ -> {}
    }
  }

  private static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
