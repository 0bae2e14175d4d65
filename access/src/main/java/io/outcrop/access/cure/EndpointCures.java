package io.outcrop.access.cure;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Cure;
import io.outcrop.aws.Arn;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/// Has the policy of the VPC endpoint on the way let the call pass, and nothing else: one change,
/// whatever number of findings it cures.
final class EndpointCures {
  /// White space included. Source: AWS PrivateLink Guide, "AWS PrivateLink quotas", read 2026-11.
  private static final int MOST_CHARACTERS = 20_480;

  private EndpointCures() {}

  /// None where the endpoint is not known, or no edit does it.
  ///
  /// @param needs what has to pass
  /// @param knownNames models and profiles that a pattern of the policy may mean
  static List<Cure> of(
      Permissions permissions, List<RequiredAuthorization> needs, List<String> knownNames) {
    return policy(permissions).stream()
        .flatMap(policy -> of(policy, permissions, needs, knownNames).stream())
        .toList();
  }

  private static Optional<NamedPolicy> policy(Permissions permissions) {
    return permissions.layers().endpoint() instanceof Layer.Known(var policies)
            && policies.size() == 1
        ? Optional.of(policies.getFirst())
        : Optional.empty();
  }

  private static Optional<Cure> of(
      NamedPolicy policy,
      Permissions permissions,
      List<RequiredAuthorization> needs,
      List<String> knownNames) {
    var edit = new SharedEdit(permissions, knownNames);
    var arn = Arn.parse(policy.arn());
    var before = policy.document().source();
    var after = edit.letting(policy, LayerName.ENDPOINT, needs);
    if (arn.isEmpty()
        || after.isEmpty()
        || after.get().equals(before)
        || JsonWriter.compact(after.get()).length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    var change =
        new Change.ReplaceEndpointPolicy(policy.name(), arn.get().region(), before, after.get());
    return Optional.of(cure(change, arn.get(), permissions, effect(edit.loosened())));
  }

  private static Cure cure(
      Change.ReplaceEndpointPolicy change, Arn endpoint, Permissions permissions, String effect) {
    var title = "have the VPC endpoint's policy let exactly this call pass";
    if (!endpoint.account().equals(permissions.principal().account())) {
      return forOthers(
          Applicability.SOMEONE_ELSE,
          "%s: account %s owns the endpoint".formatted(title, endpoint.account()),
          change,
          effect);
    }
    return isOnTheWay(change.endpointId(), permissions)
        ? StandingCures.automatic(title, List.of(change), effect)
        : forOthers(
            Applicability.NEEDS_VALUES,
            title + ": several endpoints say the same, and it is one of them",
            change,
            effect);
  }

  private static Cure forOthers(Applicability who, String title, Change change, String effect) {
    return new Cure(who, title, List.of(), Commands.of(List.of(change)), effect);
  }

  /// Whether it is known to be this one; of several that say the same it is not.
  private static boolean isOnTheWay(String id, Permissions permissions) {
    return id.equals(permissions.context().get("aws:SourceVpce"));
  }

  private static String effect(List<String> loosened) {
    return "lets this caller's call through the endpoint; it gives nobody anything by itself"
        + (loosened.isEmpty()
            ? ""
            : "; a pattern cannot be cut exactly: these pass, too, where nothing else denies them: "
                + String.join(", ", loosened));
  }
}
