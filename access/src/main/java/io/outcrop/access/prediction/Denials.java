package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks IAM's rules about one authorisation after another: what denies, and what would still deny
/// if that were mended.
public final class Denials {
  private static final int MOST_ROUNDS = 20;

  private final Decisions decisions;
  private final Set<String> unknown = new LinkedHashSet<>();

  /// What `decisions` deny.
  Denials(Decisions decisions) {
    this.decisions = decisions;
  }

  /// What is denied whatever the keys are that nobody knows here.
  static Denials certain(Permissions permissions) {
    return new Denials(Decisions.certain(permissions));
  }

  /// What could not be looked at and could change one of the answers, in words.
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /// Every layer that refuses `need`, in the order in which AWS would say so.
  List<Denial> of(Operation operation, RequiredAuthorization need) {
    var denials = new ArrayList<Denial>();
    var layers = decisions.permissions().layers();
    var decision = decisions.of(need);
    for (var round = 0; round < MOST_ROUNDS; round++) {
      unknown.addAll(decision.unknown());
      if (decision.outcome() != Decision.Outcome.EXPLICITLY_DENIED) {
        implicit(operation, need, decision, denials);
        return denials;
      }
      explicit(operation, need, decision, denials);
      layers = Layers.without(layers, decision.decidedBy());
      decision = decisions.of(need, layers);
    }
    return denials;
  }

  /// Whether the identity policies would allow `need` if all their conditions held.
  boolean isAllowedButForConditions(RequiredAuthorization need) {
    var layers = decisions.permissions().layers();
    return decisions.of(need, Layers.identityWithoutConditions(layers)).isAllowed();
  }

  /// What IAM is asked when `permissions` are to give `need`.
  public static AuthorizationRequest request(Permissions permissions, RequiredAuthorization need) {
    var context = new HashMap<>(permissions.context());
    context.putAll(need.context());
    return new AuthorizationRequest(
        permissions.principal(),
        need.action(),
        need.resource(),
        Layers.guardrailOwner(need).orElse(permissions.principal().account()),
        RequestContext.of(context));
  }

  private static void explicit(
      Operation operation, RequiredAuthorization need, Decision decision, List<Denial> denials) {
    for (var layer : LayerName.values()) {
      var statements = decision.decidedBy().stream().filter(ref -> ref.layer() == layer).toList();
      if (!statements.isEmpty()) {
        denials.add(new Denial(operation, need, layer, true, statements));
      }
    }
  }

  private static void implicit(
      Operation operation, RequiredAuthorization need, Decision decision, List<Denial> denials) {
    if (decision.outcome() == Decision.Outcome.IMPLICITLY_DENIED) {
      for (var layer : LayerName.values()) {
        if (decision.blockedBy().contains(layer)) {
          denials.add(new Denial(operation, need, layer, false, List.of()));
        }
      }
    }
  }
}
