package io.outcrop.sandbox.guard;

import io.outcrop.aws.Arn;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.sandbox.realm.Realm;
import java.util.List;
import java.util.Optional;

/// The policies that resources have of their own: guardrails may have one, and other accounts come
/// to them by it alone. Source: Amazon Bedrock User Guide, "Using resource-based policies for
/// guardrails"; IAM User Guide, "Policy evaluation logic", read 2026-11.
///
/// @param owner the account of the resource
/// @param policies none or one
record ResourcePolicies(String owner, List<NamedPolicy> policies) {
  /// Those of what `arn` names; nothing if they decide nothing for a caller of `account`: the
  /// resource is the account's own and has none, or is of a kind that cannot have one.
  static Optional<ResourcePolicies> of(Realm realm, String arn, String account) {
    if (!arn.contains(":guardrail/")) {
      return Optional.empty();
    }
    return Arn.parse(arn)
        .filter(named -> named.service().equals("bedrock"))
        .map(named -> new ResourcePolicies(named.account(), policies(realm, named)))
        .filter(found -> !found.policies().isEmpty() || !found.owner().equals(account));
  }

  private static List<NamedPolicy> policies(Realm realm, Arn arn) {
    return realm
        .account(arn.account())
        .flatMap(owner -> owner.standing().in(arn.region()).guardrail(arn.resourceId()))
        .map(guardrail -> guardrail.policies())
        .orElse(List.of())
        .stream()
        .map(policy ->
            new NamedPolicy(
                "resource policy",
                "",
                "guardrail " + arn.resourceId(),
                Layers.parsed(policy, PolicyKind.RESOURCE)))
        .toList();
  }
}
