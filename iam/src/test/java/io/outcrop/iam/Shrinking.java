package io.outcrop.iam;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a difference smaller for as long as it stays one: without a key, a layer, a level, a
/// policy, a statement, a condition, a value.
final class Shrinking {
  private Shrinking() {}

  static Difference of(Difference difference) {
    var smallest = difference;
    for (var smaller = step(smallest); smaller.isPresent(); smaller = step(smallest)) {
      smallest = smaller.get();
    }
    return smallest;
  }

  private static Optional<Difference> step(Difference difference) {
    var request = difference.request();
    var layers = difference.layers();
    return Stream.concat(
            requests(request).map(smaller -> Difference.of(smaller, layers)),
            layers(layers).map(smaller -> Difference.of(request, smaller)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<AuthorizationRequest> requests(AuthorizationRequest request) {
    return request.context().keys().stream()
        .sorted()
        .map(key ->
            new AuthorizationRequest(
                request.principal(),
                request.action(),
                request.resource(),
                request.resourceAccount(),
                without(request.context(), key)));
  }

  private static RequestContext without(RequestContext context, String key) {
    var smaller = RequestContext.empty();
    for (var kept : context.keys()) {
      var value = context.get(kept).orElseThrow();
      if (!kept.equals(key)) {
        smaller =
            value.multivalued()
                ? smaller.withAll(value.name(), value.texts())
                : smaller.with(value.name(), value.texts().getFirst());
      }
    }
    return smaller;
  }

  private static Stream<PolicyLayers> layers(PolicyLayers of) {
    return Stream.of(
            layer(of.identity(), false)
                .map(l -> layers(of, l, of.boundary(), of.session(), of.resource(), of.endpoint())),
            layer(of.boundary(), true)
                .map(l -> layers(of, of.identity(), l, of.session(), of.resource(), of.endpoint())),
            layer(of.session(), true)
                .map(
                    l -> layers(of, of.identity(), of.boundary(), l, of.resource(), of.endpoint())),
            layer(of.resource(), true)
                .map(l -> layers(of, of.identity(), of.boundary(), of.session(), l, of.endpoint())),
            layer(of.endpoint(), true)
                .map(l -> layers(of, of.identity(), of.boundary(), of.session(), of.resource(), l)),
            levels(of.scps()).map(scps -> organizations(of, scps, of.rcps())),
            levels(of.rcps()).map(rcps -> organizations(of, of.scps(), rcps)))
        .flatMap(all -> all);
  }

  private static PolicyLayers layers(
      PolicyLayers of,
      Layer identity,
      Layer boundary,
      Layer session,
      Layer resource,
      Layer endpoint) {
    return new PolicyLayers(identity, boundary, session, of.scps(), of.rcps(), resource, endpoint);
  }

  private static PolicyLayers organizations(PolicyLayers of, Organization scps, Organization rcps) {
    return new PolicyLayers(
        of.identity(), of.boundary(), of.session(), scps, rcps, of.resource(), of.endpoint());
  }

  private static Stream<Layer> layer(Layer layer, boolean optional) {
    if (!(layer instanceof Layer.Known(var policies))) {
      return Stream.of();
    }
    return Stream.concat(
        optional ? Stream.of(new Layer.Absent()) : Stream.of(),
        policies(policies).map(Layer.Known::new));
  }

  private static Stream<Organization> levels(Organization organization) {
    if (!(organization instanceof Organization.Levels(var levels))) {
      return Stream.of();
    }
    var smaller = new ArrayList<Organization>(List.of(new Organization.None()));
    for (var i = 0; i < levels.size(); i++) {
      if (levels.size() > 1) {
        smaller.add(new Organization.Levels(without(levels, i)));
      }
      for (var policies : policies(levels.get(i).policies()).toList()) {
        var changed = new ArrayList<>(levels);
        changed.set(i, new Level(levels.get(i).name(), policies));
        smaller.add(new Organization.Levels(changed));
      }
    }
    return smaller.stream();
  }

  private static Stream<List<NamedPolicy>> policies(List<NamedPolicy> policies) {
    var smaller = new ArrayList<List<NamedPolicy>>();
    for (var i = 0; i < policies.size(); i++) {
      smaller.add(without(policies, i));
      for (var policy : smaller(policies.get(i))) {
        var changed = new ArrayList<>(policies);
        changed.set(i, policy);
        smaller.add(changed);
      }
    }
    return smaller.stream();
  }

  private static List<NamedPolicy> smaller(NamedPolicy policy) {
    return values(policy.document().source()).stream()
        .flatMap(source -> reparsed(policy, source, policy.document().kind()).stream())
        .toList();
  }

  private static Optional<NamedPolicy> reparsed(NamedPolicy policy, Json source, PolicyKind kind) {
    return PolicyParser.parse(source, kind) instanceof PolicyParsing.Parsed(var document)
        ? Optional.of(new NamedPolicy(policy.name(), "", "", document))
        : Optional.empty();
  }

  /// The value with one member or element less, somewhere in it, or one element instead of a list.
  private static List<Json> values(Json value) {
    var smaller = new ArrayList<Json>();
    if (value instanceof Json.Obj object) {
      for (var name : object.members().keySet()) {
        smaller.add(object.without(name));
        values(object.get(name).orElseThrow()).forEach(v -> smaller.add(object.with(name, v)));
      }
    } else if (value instanceof Json.Arr(var elements, _)) {
      for (var i = 0; i < elements.size(); i++) {
        smaller.add(Json.array(without(elements, i)));
        for (var element : values(elements.get(i))) {
          var changed = new ArrayList<>(elements);
          changed.set(i, element);
          smaller.add(Json.array(changed));
        }
      }
      if (elements.size() == 1) {
        smaller.add(elements.getFirst());
      }
    }
    return smaller;
  }

  private static <T> List<T> without(List<T> list, int index) {
    var smaller = new ArrayList<>(list);
    smaller.remove(index);
    return smaller;
  }
}
