package io.outcrop.access.cure;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.prediction.Calling;
import io.outcrop.access.prediction.Circumstance;
import io.outcrop.access.prediction.Denial;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What identity policies and the permissions boundary have to give: the same for every cure that
/// changes one of them, so that two cures never undo each other.
final class Needed {
  private final Observations seen;
  private final Optional<Prediction> prediction;

  Needed(Observations seen, Optional<Prediction> prediction) {
    this.seen = seen;
    this.prediction = prediction;
  }

  /// The calls that are to get through.
  List<ModelCall> calls(Permissions permissions) {
    var calling = Calling.of(seen);
    return prediction
        .flatMap(one -> calling.wanted(one.called()))
        .map(route -> calling.over(route, permissions.principal().account()))
        .orElse(List.of());
  }

  /// What an endpoint's policy has to let pass: all of the calls; of those whose route nobody
  /// knows, what is denied.
  List<RequiredAuthorization> authorizations(Permissions permissions) {
    var calls = calls(permissions);
    return calls.isEmpty()
        ? prediction.stream()
            .flatMap(one -> one.refusals().stream())
            .map(Refusal::ground)
            .filter(Ground.Denied.class::isInstance)
            .flatMap(ground -> ((Ground.Denied) ground).denials().stream())
            .map(Denial::need)
            .distinct()
            .toList()
        : calls.stream().flatMap(call -> Grants.required(call).stream()).distinct().toList();
  }

  /// What the boundary has to let through, as far as it does not.
  List<Json.Obj> bounded(Permissions permissions) {
    var documents = new ArrayList<Json.Obj>();
    var buying = isBounded(Needed::isMarketplace);
    var calls = calls(permissions);
    if (!calls.isEmpty() && (!buying || isBounded(refusal -> !isMarketplace(refusal)))) {
      documents.add(Grants.leastPolicy(calls).document());
    }
    if (buying) {
      prediction.ifPresent(one -> documents.add(Grants.firstUsePolicy(one.productId()).document()));
    }
    return documents;
  }

  private boolean isBounded(Predicate<Refusal> wanted) {
    return prediction.stream()
        .flatMap(one -> one.refusals().stream())
        .filter(wanted)
        .map(Refusal::ground)
        .filter(Ground.Denied.class::isInstance)
        .flatMap(ground -> ((Ground.Denied) ground).denials().stream())
        .anyMatch(denial -> denial.layer() == LayerName.BOUNDARY && !denial.explicit());
  }

  /// What identity policies have to allow, as far as they do not.
  List<Json.Obj> granted() {
    var documents = new ArrayList<Json.Obj>();
    prediction.ifPresent(one -> {
      if (!one.lacking().isEmpty() && !waits(one.lacking())) {
        documents.add(Grants.leastPolicy(one.lacking()).document());
      }
      if (needsMarketplace(one)) {
        documents.add(Grants.firstUsePolicy(one.productId()).document());
      }
    });
    return documents;
  }

  private boolean waits(List<ModelCall> calls) {
    return seen.permissions().seen().stream().anyMatch(permissions -> waits(calls, permissions));
  }

  /// Whether some Allow would give what `calls` need once they were made as it wants: then that is
  /// to be met, and nothing is granted beside it.
  boolean waits(List<ModelCall> calls, Permissions permissions) {
    return calls.stream()
        .flatMap(call -> Grants.required(call).stream())
        .anyMatch(need -> !Circumstance.unmet(need, LayerName.IDENTITY, permissions).isEmpty());
  }

  private static boolean needsMarketplace(Prediction one) {
    return one.refusals().stream().anyMatch(Needed::isMarketplace);
  }

  private static boolean isMarketplace(Refusal refusal) {
    return refusal.slug().equals("marketplace-permissions");
  }

  /// Says of a grant that it serves more than one thing; empty where it does not.
  String together() {
    return granted().size() > 1
        ? "; one policy `" + Grant.NAME + "` holds all that is granted for this call"
        : "";
  }
}
