package io.outcrop.iam;

import static io.outcrop.iam.Support.ACCOUNT_GRANT;
import static io.outcrop.iam.Support.BOUNDARY;
import static io.outcrop.iam.Support.DIRECT_GRANT;
import static io.outcrop.iam.Support.IDENTITY;
import static io.outcrop.iam.Support.ORIGIN_GRANT;
import static io.outcrop.iam.Support.SESSION;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.RequestView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which supports together make a permission. Each rule lists its ways; any one is enough. Source:
/// IAM User Guide, "Policy evaluation logic" (what an allow in a resource-based policy means by the
/// type of principal), "Cross-account policy evaluation logic" and "Permissions boundaries for IAM
/// entities".
record Rule(List<Set<Support>> ways) {
  /// Caller and resource are of one account: either side may allow.
  static final Rule SAME_ACCOUNT =
      new Rule(
          List.of(
              Set.of(IDENTITY, BOUNDARY, SESSION),
              Set.of(ORIGIN_GRANT, BOUNDARY, SESSION),
              Set.of(DIRECT_GRANT)));

  /// The same, for resources whose own policy always has to allow: roles and KMS keys.
  static final Rule RESOURCE_FIRST =
      new Rule(
          List.of(
              Set.of(ACCOUNT_GRANT, IDENTITY, BOUNDARY, SESSION),
              Set.of(ORIGIN_GRANT, BOUNDARY, SESSION),
              Set.of(DIRECT_GRANT)));

  /// Caller and resource are of different accounts: both sides have to allow.
  static final Rule CROSS_ACCOUNT =
      new Rule(
          List.of(
              Set.of(ACCOUNT_GRANT, IDENTITY, BOUNDARY, SESSION),
              Set.of(ORIGIN_GRANT, IDENTITY, BOUNDARY, SESSION),
              Set.of(DIRECT_GRANT, IDENTITY, BOUNDARY, SESSION)));

  /// The caller has no policies of its own: a service, a web identity, nobody.
  static final Rule RESOURCE_ONLY =
      new Rule(List.of(Set.of(ACCOUNT_GRANT), Set.of(ORIGIN_GRANT), Set.of(DIRECT_GRANT)));

  private static final Set<String> ROLE_ACTIONS =
      Set.of(
          "assumerole",
          "assumerolewithsaml",
          "assumerolewithwebidentity",
          "setsourceidentity",
          "tagsession");

  /// The rule for a request.
  static Rule of(RequestView request) {
    var principal = request.principal();
    if (!hasPolicies(principal)) {
      return RESOURCE_ONLY;
    }
    var owner = request.request().resourceAccount();
    if (!owner.isEmpty() && !owner.equals(principal.account())) {
      return CROSS_ACCOUNT;
    }
    return hasPolicyThatMustAllow(request) ? RESOURCE_FIRST : SAME_ACCOUNT;
  }

  /// Whether identity policies, boundaries, session policies and SCPs can reach `principal`.
  static boolean hasPolicies(Principal principal) {
    return switch (principal) {
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          true;
      case Principal.Service _, Principal.WebIdentity _, Principal.Anonymous _ -> false;
    };
  }

  private static boolean hasPolicyThatMustAllow(RequestView request) {
    var arn = request.resourceParts();
    if (arn.isEmpty()) {
      return false;
    }
    var isRole = arn.get(2).equals("iam") && arn.getLast().startsWith("role/");
    var isKey = arn.get(2).equals("kms") && arn.getLast().startsWith("key/");
    return isKey
        || (isRole
            && request.service().equals("sts")
            && ROLE_ACTIONS.contains(request.operation()));
  }

  /// Whether `supports` are enough.
  boolean isMet(Set<Support> supports) {
    return ways.stream().anyMatch(supports::containsAll);
  }

  /// The supports of all ways that `supports` meet.
  Set<Support> used(Set<Support> supports) {
    var used = EnumSet.noneOf(Support.class);
    ways.stream().filter(supports::containsAll).forEach(used::addAll);
    return used;
  }

  /// The layers that keep `supports` from being enough, on the way that lacks the fewest. Ways that
  /// begin with a grant of the resource's policy count only if there is such a grant.
  Set<LayerName> blockedBy(Set<Support> supports) {
    var best = lacking(ways.getFirst(), supports);
    for (var way : ways.subList(1, ways.size())) {
      var granted =
          way.stream()
              .filter(support -> support.layer() == LayerName.RESOURCE)
              .allMatch(supports::contains);
      var lacking = lacking(way, supports);
      if (granted && lacking.size() < best.size()) {
        best = lacking;
      }
    }
    return best;
  }

  private static Set<LayerName> lacking(Set<Support> way, Set<Support> supports) {
    var layers = EnumSet.noneOf(LayerName.class);
    way.stream()
        .filter(support -> !supports.contains(support))
        .forEach(support -> layers.add(support.layer()));
    return layers;
  }
}
