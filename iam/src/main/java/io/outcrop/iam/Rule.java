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
record Rule(List<EnumSet<Support>> ways) {
  /// Caller and resource are of one account: either side may allow.
  static final Rule SAME_ACCOUNT =
      new Rule(
          List.of(
              EnumSet.of(IDENTITY, BOUNDARY, SESSION),
              EnumSet.of(ORIGIN_GRANT, BOUNDARY, SESSION),
              EnumSet.of(DIRECT_GRANT)));

  /// The same, for resources whose own policy always has to allow: roles and KMS keys.
  static final Rule RESOURCE_FIRST =
      new Rule(
          List.of(
              EnumSet.of(ACCOUNT_GRANT, IDENTITY, BOUNDARY, SESSION),
              EnumSet.of(ORIGIN_GRANT, BOUNDARY, SESSION),
              EnumSet.of(DIRECT_GRANT)));

  /// Caller and resource are of different accounts: both sides have to allow.
  static final Rule CROSS_ACCOUNT =
      new Rule(
          List.of(
              EnumSet.of(ACCOUNT_GRANT, IDENTITY, BOUNDARY, SESSION),
              EnumSet.of(ORIGIN_GRANT, IDENTITY, BOUNDARY, SESSION),
              EnumSet.of(DIRECT_GRANT, IDENTITY, BOUNDARY, SESSION)));

  /// The caller has no policies of its own: a service, a web identity, nobody.
  static final Rule RESOURCE_ONLY =
      new Rule(
          List.of(EnumSet.of(ACCOUNT_GRANT), EnumSet.of(ORIGIN_GRANT), EnumSet.of(DIRECT_GRANT)));

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
    if (!request.hasArn()) {
      return false;
    }
    return switch (request.resourcePart(2)) {
      case "kms" -> request.resourcePart(5).startsWith("key/");
      case "iam" ->
          request.service().equals("sts")
              && ROLE_ACTIONS.contains(request.operation())
              && request.resourcePart(5).startsWith("role/");
      default -> false;
    };
  }

  /// Whether `supports` are enough.
  boolean isMet(Set<Support> supports) {
    for (var way : ways) {
      if (supports.containsAll(way)) {
        return true;
      }
    }
    return false;
  }

  /// The supports of all ways that `supports` meet.
  Set<Support> used(Set<Support> supports) {
    var used = EnumSet.noneOf(Support.class);
    for (var way : ways) {
      if (supports.containsAll(way)) {
        used.addAll(way);
      }
    }
    return used;
  }

  /// The layers that keep `supports` from being enough, on the way that lacks the fewest. Ways that
  /// begin with a grant of the resource's policy count only if there is such a grant.
  Set<LayerName> blockedBy(Set<Support> supports) {
    var best = lacking(ways.getFirst(), supports);
    for (var way : ways.subList(1, ways.size())) {
      if (isGranted(way, supports)) {
        var lacking = lacking(way, supports);
        best = lacking.size() < best.size() ? lacking : best;
      }
    }
    return best;
  }

  private static boolean isGranted(Set<Support> way, Set<Support> supports) {
    for (var support : way) {
      if (support.layer() == LayerName.RESOURCE && !supports.contains(support)) {
        return false;
      }
    }
    return true;
  }

  private static Set<LayerName> lacking(Set<Support> way, Set<Support> supports) {
    var layers = EnumSet.noneOf(LayerName.class);
    for (var support : way) {
      if (!supports.contains(support)) {
        layers.add(support.layer());
      }
    }
    return layers;
  }
}
