package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.PreparedLayers.Source;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.RequestView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request on its way through the layers. Used once, by one thread.
///
/// A Deny that matches anywhere ends it. Else every gate (each level of SCPs, the endpoint's
/// policy) has to allow, and the supports found have to meet the [Rule] for this caller and
/// resource. A layer nobody could look at is taken to allow: if the request is denied even so, it
/// is denied; otherwise the answer depends on that layer.
final class Evaluation {
  private static final String SERVICE_LINKED = ":role/aws-service-role/";

  private final Map<LayerName, Source> sources;
  private final RequestView request;
  private final Rule rule;
  private final List<Hit> denies = new ArrayList<>();
  private final Map<Support, List<Hit>> allows = new EnumMap<>(Support.class);
  private final Set<Support> given = EnumSet.noneOf(Support.class);
  private final List<Tier.Hits> gates = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  Evaluation(Map<LayerName, Source> sources, RequestView request) {
    this.sources = sources;
    this.request = request;
    this.rule = Rule.of(request);
  }

  Decision decide() {
    if (request.service().equals("sts") && request.operation().equals("getcalleridentity")) {
      // needs no permission and cannot be denied (STS API Reference, GetCallerIdentity)
      return new Decision(Outcome.ALLOWED, List.of(), List.of(), Set.of(), List.of());
    }
    for (var layer : participants()) {
      look(layer);
    }
    settleWhatNeedsNoPolicy();
    var supports = supports();
    var blockedBy = blockedBy(supports);
    var outcome = outcome(blockedBy);
    return new Decision(
        outcome,
        decidedBy(outcome, supports),
        List.copyOf(blockedBy),
        new Turning(rule, allows, given, gates, denies).keys(outcome),
        outcome == Outcome.DEPENDS_ON_UNKNOWN ? unknown : List.of());
  }

  /// The layers that can reach this caller. Source for service-linked roles and services:
  /// Organizations User Guide, "Service control policies", "Resource control policies".
  private Set<LayerName> participants() {
    var layers = EnumSet.allOf(LayerName.class);
    if (!Rule.hasPolicies(request.principal())) {
      layers.removeAll(
          EnumSet.of(LayerName.SCP, LayerName.IDENTITY, LayerName.BOUNDARY, LayerName.SESSION));
    }
    if (request.principal() instanceof Principal.RootUser) {
      layers.removeAll(EnumSet.of(LayerName.IDENTITY, LayerName.BOUNDARY));
    }
    if (isServiceLinked()) {
      layers.removeAll(EnumSet.of(LayerName.SCP, LayerName.RCP));
    }
    return layers;
  }

  private boolean isServiceLinked() {
    return switch (request.principal()) {
      case Principal.IamRole _, Principal.RoleSession _ ->
          request
              .value("aws:PrincipalArn")
              .filter(value -> value.texts().stream().anyMatch(arn -> arn.contains(SERVICE_LINKED)))
              .isPresent();
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          false;
    };
  }

  private void look(LayerName layer) {
    switch (source(layer)) {
      case Source.Absent _ -> {}
      case Source.Unknown(var why) -> {
        unknown.add(layer.words() + ": " + why);
        for (var support : Support.values()) {
          if (support.layer() == layer) {
            given.add(support);
          }
        }
      }
      case Source.Tiers(var tiers) -> {
        for (var tier : tiers) {
          add(tier.test(request, source(LayerName.BOUNDARY) instanceof Source.Tiers));
        }
      }
    }
  }

  private Source source(LayerName layer) {
    return sources.getOrDefault(layer, new Source.Absent());
  }

  private void add(Tier.Hits hits) {
    denies.addAll(hits.denies());
    switch (hits.layer()) {
      case RCP -> {} // they only deny: RCPFullAWSAccess is attached everywhere
      case SCP, ENDPOINT -> gates.add(hits);
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
    if (source(LayerName.BOUNDARY) instanceof Source.Absent) {
      given.add(Support.BOUNDARY);
    }
    if (source(LayerName.SESSION) instanceof Source.Absent
        && !(request.principal() instanceof Principal.FederatedUser)) {
      given.add(Support.SESSION);
    }
  }

  private Set<Support> supports() {
    var supports = EnumSet.noneOf(Support.class);
    supports.addAll(given);
    allows.forEach((support, hits) -> {
      if (Hit.anyHolds(hits)) {
        supports.add(support);
      }
    });
    return supports;
  }

  private Set<LayerName> blockedBy(Set<Support> supports) {
    var layers = EnumSet.noneOf(LayerName.class);
    for (var gate : gates) {
      if (!Hit.anyHolds(gate.allows())) {
        layers.add(gate.layer());
      }
    }
    if (!rule.isMet(supports)) {
      layers.addAll(rule.blockedBy(supports));
    }
    return layers;
  }

  private Outcome outcome(Set<LayerName> blockedBy) {
    if (Hit.anyHolds(denies)) {
      return Outcome.EXPLICITLY_DENIED;
    }
    if (!blockedBy.isEmpty()) {
      return Outcome.IMPLICITLY_DENIED;
    }
    return unknown.isEmpty() ? Outcome.ALLOWED : Outcome.DEPENDS_ON_UNKNOWN;
  }

  private List<StatementRef> decidedBy(Outcome outcome, Set<Support> supports) {
    return switch (outcome) {
      case EXPLICITLY_DENIED -> refs(denies);
      case IMPLICITLY_DENIED, DEPENDS_ON_UNKNOWN -> List.of();
      case ALLOWED -> {
        var granting = new ArrayList<StatementRef>();
        for (var support : rule.used(supports)) {
          if (support.grants()) {
            granting.addAll(refs(allows.getOrDefault(support, List.of())));
          }
        }
        yield granting;
      }
    };
  }

  private static List<StatementRef> refs(List<Hit> hits) {
    return hits.stream().filter(Hit::holds).map(Hit::ref).toList();
  }
}
