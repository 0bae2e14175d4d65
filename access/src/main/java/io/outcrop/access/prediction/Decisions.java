package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.PolicyLayers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What IAM decides about one principal's authorisations. The same is asked again and again, of
/// each call, each route, and what it lacks: it is decided once. For one thread.
final class Decisions {
  private final Permissions permissions;
  private final Knowledge knowledge;
  // A key is a list and no record: what compares records is linked when they first meet a map.
  private final Map<List<Object>, Decision> made = new HashMap<>();
  private @Nullable PreparedLayers withoutResource;

  private Decisions(Permissions permissions, Knowledge knowledge) {
    this.permissions = permissions;
    this.knowledge = knowledge;
  }

  /// Those that hold whatever the keys are that nobody knows here.
  static Decisions certain(Permissions permissions) {
    return new Decisions(permissions, KnownKeys.of(permissions));
  }

  /// Those that hold if the keys that nobody knows here are missing.
  static Decisions possible(Permissions permissions) {
    return new Decisions(permissions, Knowledge.COMPLETE);
  }

  /// Those of the same policies that hold if the keys that nobody knows here are missing.
  Decisions possible() {
    var others = possible(permissions);
    others.withoutResource = withoutResource();
    return others;
  }

  /// Whose they are.
  Permissions permissions() {
    return permissions;
  }

  /// About `need`, as policies are.
  Decision of(RequiredAuthorization need) {
    return made.computeIfAbsent(
        List.of(need.action(), need.resource(), need.context()), _ -> decide(need));
  }

  /// About `need`, as if policies were `layers`.
  Decision of(RequiredAuthorization need, PolicyLayers layers) {
    var asked = Layers.on(need, layers, permissions.principal().account());
    return Authorizer.decide(Denials.request(permissions, need).known(knowledge), asked);
  }

  /// A resource has a policy of its own only where it is a guardrail.
  private Decision decide(RequiredAuthorization need) {
    if (Layers.guardrailOwner(need).isPresent()) {
      return of(need, permissions.layers());
    }
    return withoutResource().decide(Denials.request(permissions, need).known(knowledge));
  }

  private PreparedLayers withoutResource() {
    var ready = withoutResource;
    if (ready == null) {
      ready = Authorizer.prepare(permissions.layers().onResource(new Layer.Absent()));
      withoutResource = ready;
    }
    return ready;
  }
}
