package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.PreparedLayers.Source;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.RequestView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One look of a request at every layer that can reach it. Used once, by one thread.
final class Look {
  private static final String SERVICE_LINKED = ":role/aws-service-role/";

  private final PreparedLayers layers;
  private final RequestView request;
  private final Map<Support, List<Hit>> allows = new EnumMap<>(Support.class);
  private final Set<Support> given = EnumSet.noneOf(Support.class);
  private Map<LayerName, String> unseen = Map.of();
  private List<Hit> denies = List.of();
  private List<Tier.Hits> gates = List.of();

  private Look(PreparedLayers layers, RequestView request) {
    this.layers = layers;
    this.request = request;
  }

  /// What was seen.
  ///
  /// @param weighing what the layers say
  /// @param unseen the layers that nobody could look at, and why not
  /// @param hasBoundary whether the caller has a permissions boundary
  record Seen(Weighing weighing, Map<LayerName, String> unseen, boolean hasBoundary) {}

  static Seen at(PreparedLayers layers, RequestView request) {
    return new Look(layers, request).seen();
  }

  private Seen seen() {
    var serviceLinked = isServiceLinked(request);
    for (var layer : layers.present()) {
      if (reaches(layer, request, serviceLinked)) {
        look(layer);
      }
    }
    settleWhatNeedsNoPolicy();
    return new Seen(
        new Weighing(Rule.of(request), allows, given, gates, denies), unseen, layers.hasBoundary());
  }

  /// Whether `layer` can reach the request. Source for service-linked roles and services:
  /// Organizations User Guide, "Service control policies", "Resource control policies".
  static boolean reaches(LayerName layer, RequestView request, boolean serviceLinked) {
    var caller = request.principal();
    return switch (layer) {
      case RCP -> !serviceLinked && ServiceRules.shipped().hasResourceControl(request);
      case SCP -> !serviceLinked && Rule.hasPolicies(caller);
      case IDENTITY, BOUNDARY ->
          Rule.hasPolicies(caller) && !(caller instanceof Principal.RootUser);
      case SESSION -> Rule.hasPolicies(caller);
      case ENDPOINT, RESOURCE -> true;
    };
  }

  static boolean isServiceLinked(RequestView request) {
    return switch (request.principal()) {
      case Principal.IamRole(var arn) -> arn.resource().startsWith("role/aws-service-role/");
      case Principal.RoleSession _ -> isSessionOfServiceLinkedRole(request);
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          false;
    };
  }

  /// The ARN of a session does not show the role's path; the role's own ARN has to.
  private static boolean isSessionOfServiceLinkedRole(RequestView request) {
    var role = request.request().context().lowerCase("aws:principalarn");
    if (role.isPresent()) {
      for (var arn : role.get().texts()) {
        if (arn.contains(SERVICE_LINKED)) {
          return true;
        }
      }
    }
    return false;
  }

  private void look(LayerName layer) {
    switch (layers.source(layer)) {
      case Source.Absent _ -> {}
      case Source.Unknown(var why) -> {
        unseen = unseen.isEmpty() ? new EnumMap<>(LayerName.class) : unseen;
        unseen.put(layer, why);
        for (var support : Support.values()) {
          if (support.layer() == layer) {
            given.add(support);
          }
        }
      }
      case Source.Tiers(var tiers) -> {
        for (var tier : tiers) {
          add(tier.test(request, layers.hasBoundary()));
        }
      }
    }
  }

  private void add(Tier.Hits hits) {
    if (!hits.denies().isEmpty()) {
      denies = denies.isEmpty() ? new ArrayList<>() : denies;
      denies.addAll(hits.denies());
    }
    switch (hits.tier().layer()) {
      case RCP -> {} // they only deny: RCPFullAWSAccess is attached everywhere
      case SCP, ENDPOINT -> {
        gates = gates.isEmpty() ? new ArrayList<>() : gates;
        gates.add(hits);
      }
      case IDENTITY -> allows.put(Support.IDENTITY, hits.allows());
      case BOUNDARY -> allows.put(Support.BOUNDARY, hits.allows());
      case SESSION -> allows.put(Support.SESSION, hits.allows());
      case RESOURCE -> {
        allows.put(Support.ACCOUNT_GRANT, reaching(hits, Reach.ACCOUNT));
        allows.put(Support.ORIGIN_GRANT, reaching(hits, Reach.ORIGIN));
        allows.put(Support.DIRECT_GRANT, reaching(hits, Reach.DIRECT));
      }
    }
  }

  private static List<Hit> reaching(Tier.Hits hits, Reach reach) {
    return hits.allows().stream().filter(hit -> hit.reach() == reach).toList();
  }

  /// Without a boundary, or for the root user, there is nothing to allow; a session without a
  /// session policy is unlimited, except a federated user's, which then may nothing.
  private void settleWhatNeedsNoPolicy() {
    if (request.principal() instanceof Principal.RootUser) {
      given.add(Support.IDENTITY);
      given.add(Support.BOUNDARY);
    }
    if (layers.isBoundaryAbsent()) {
      given.add(Support.BOUNDARY);
    }
    if (layers.isSessionAbsent() && !(request.principal() instanceof Principal.FederatedUser)) {
      given.add(Support.SESSION);
    }
  }
}
