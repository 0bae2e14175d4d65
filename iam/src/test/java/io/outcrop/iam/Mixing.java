package io.outcrop.iam;

import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Puts what stands in layers into another order, some of it twice.
final class Mixing {
  private Mixing() {}

  static PolicyLayers policies(PolicyLayers layers, Random random) {
    return changed(layers, policies -> mixed(policies, random));
  }

  static PolicyLayers statements(PolicyLayers layers, Random random) {
    return changed(
        layers, policies -> policies.stream().map(policy -> statements(policy, random)).toList());
  }

  private static NamedPolicy statements(NamedPolicy policy, Random random) {
    var source = (Json.Obj) mixed(policy.document().source(), random);
    return switch (PolicyParser.parse(source, policy.document().kind())) {
      case PolicyParsing.Parsed(var document) ->
          new NamedPolicy(policy.name(), policy.arn(), policy.attachedTo(), document);
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /// Members and elements in another order, one element of each list twice. Names that have to be
  /// unique are left out.
  private static Json mixed(Json value, Random random) {
    if (value instanceof Json.Arr(var elements, _)) {
      return Json.array(
          mixed(elements, random).stream().map(element -> mixed(element, random)).toList());
    }
    if (value instanceof Json.Obj object) {
      var names = new ArrayList<>(object.without("Sid").members().keySet());
      Collections.shuffle(names, random);
      Map<String, Json> members = new LinkedHashMap<>();
      names.forEach(name -> members.put(name, mixed(object.get(name).orElseThrow(), random)));
      return Json.object(members);
    }
    return value;
  }

  private static <T> List<T> mixed(List<T> list, Random random) {
    var changed = new ArrayList<>(list);
    list.stream().limit(1).forEach(changed::add);
    Collections.shuffle(changed, random);
    return changed;
  }

  private static PolicyLayers changed(
      PolicyLayers layers, UnaryOperator<List<NamedPolicy>> change) {
    return new PolicyLayers(
        changed(layers.identity(), change),
        changed(layers.boundary(), change),
        changed(layers.session(), change),
        changed(layers.scps(), change),
        changed(layers.rcps(), change),
        changed(layers.resource(), change),
        changed(layers.endpoint(), change));
  }

  private static Layer changed(Layer layer, UnaryOperator<List<NamedPolicy>> change) {
    return layer instanceof Layer.Known(var policies)
        ? new Layer.Known(change.apply(policies))
        : layer;
  }

  private static Organization changed(
      Organization organization, UnaryOperator<List<NamedPolicy>> change) {
    return organization instanceof Organization.Levels(var levels)
        ? new Organization.Levels(
            levels.stream()
                .map(level -> new Level(level.name(), change.apply(level.policies())))
                .toList())
        : organization;
  }
}
