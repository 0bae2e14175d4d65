package io.outcrop.iam.plain;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One statement as its document has it.
///
/// @param layer in which layer it stands
/// @param kind what its policy is used as
/// @param name where it stands, as `layer/policy/index`
/// @param variables whether its policy is of version 2012-10-17. Source: IAM User Guide,
///   reference_policies_elements_version
/// @param texts the values of its elements, a single one as a list of one
/// @param json what it says
public record PlainStatement(
    LayerName layer,
    PolicyKind kind,
    String name,
    boolean variables,
    Map<String, List<String>> texts,
    Json.Obj json) {

  static List<PlainStatement> of(LayerName layer, Layer policies) {
    return policies instanceof Layer.Known(var known) ? of(layer, known) : List.of();
  }

  static List<List<PlainStatement>> levels(LayerName layer, Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? levels.stream().map(level -> of(layer, level.policies())).toList()
        : List.of();
  }

  private static List<PlainStatement> of(LayerName layer, List<NamedPolicy> policies) {
    var statements = new ArrayList<PlainStatement>();
    for (var policy : policies) {
      var source = policy.document().source();
      var variables = source.text("Version").orElse("").equals("2012-10-17");
      var elements = elements(source.get("Statement").orElseThrow());
      for (var i = 0; i < elements.size(); i++) {
        statements.add(
            new PlainStatement(
                layer,
                policy.document().kind(),
                layer.id() + "/" + policy.name() + "/" + i,
                variables,
                texts((Json.Obj) elements.get(i)),
                (Json.Obj) elements.get(i)));
      }
    }
    return statements;
  }

  boolean denies() {
    return texts("Effect").contains("Deny");
  }

  /// The values of an element that is there, or one that is not.
  List<String> texts(String element) {
    return texts.getOrDefault(element, List.of());
  }

  boolean has(String element) {
    return json.members().containsKey(element);
  }

  private static Map<String, List<String>> texts(Json.Obj statement) {
    return statement.members().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, member -> texts(member.getValue().value())));
  }

  static List<String> texts(Json value) {
    return elements(value).stream()
        .map(element -> element.asText().orElse(element.toString()))
        .toList();
  }

  private static List<Json> elements(Json value) {
    return value instanceof Json.Arr(var found, _) ? found : List.of(value);
  }
}
