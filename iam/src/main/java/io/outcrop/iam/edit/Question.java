package io.outcrop.iam.edit;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.sample.Vocabulary;
import java.util.List;
import java.util.function.Function;

/// What was asked.
///
/// @param known for a pattern of actions or resources, what exists of what it covers
record Question(
    PolicyLayers layers,
    AuthorizationRequest request,
    Ownership owned,
    Function<String, List<String>> known) {
  Decision decide(PolicyLayers under) {
    return Authorizer.decide(request, under);
  }

  /// The words of all policies.
  Vocabulary vocabulary() {
    return Vocabulary.of(
        Place.held(layers).stream().map(held -> held.policy().document()).toList());
  }

  /// Whether the resource is another account's than the caller's.
  boolean hasForeignResource() {
    var caller = request.principal().account();
    var owner = request.resourceAccount();
    return !caller.isEmpty() && !owner.isEmpty() && !owner.equals(caller);
  }

  boolean owns(LayerName layer) {
    return owned.owns(layer, hasForeignResource());
  }
}
