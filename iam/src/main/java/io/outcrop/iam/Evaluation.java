package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.RequestView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The decision of one request.
///
/// A Deny that matches anywhere ends it. Else every gate (each level of SCPs, the endpoint's
/// policy) has to allow, and the supports found have to meet the [Rule] for this caller and
/// resource. What is not known is weighed twice: if the request is denied though all of it be in
/// its favour, it is denied; if it is allowed though all of it be against it, it is allowed;
/// otherwise the answer depends on it. A layer nobody could look at may always deny.
final class Evaluation {
  /// Needs no permission and cannot be denied. Source: STS API Reference, GetCallerIdentity.
  private static final Decision FREE =
      new Decision(Outcome.ALLOWED, List.of(), List.of(), Set.of(), List.of(), "");

  private final RequestView request;
  private final Look.Seen seen;

  Evaluation(PreparedLayers layers, RequestView request) {
    this.request = request;
    this.seen = Look.at(layers, request);
  }

  Look.Seen seen() {
    return seen;
  }

  static boolean isFree(RequestView request) {
    return request.service().equals("sts")
        && request.operation().equals("getcalleridentity")
        && !(request.principal() instanceof Principal.Anonymous);
  }

  Decision decide() {
    if (isFree(request)) {
      return FREE;
    }
    var weighing = seen.weighing();
    if (Hit.anyHolds(weighing.denies())) {
      return denied(weighing, Outcome.EXPLICITLY_DENIED);
    }
    var rule = ServiceRules.shipped().refusal(request);
    if (!rule.isEmpty()) {
      return refused(weighing, rule);
    }
    var certain = !weighing.hasUnknown();
    var best = certain ? weighing : weighing.settled(true);
    if (!best.blockedBy(best.supports()).isEmpty()) {
      return denied(best, Outcome.IMPLICITLY_DENIED);
    }
    var worst = certain ? weighing : weighing.settled(false);
    var supports = worst.supports();
    if (!seen.unseen().isEmpty()
        || Hit.anyHolds(worst.denies())
        || !worst.blockedBy(supports).isEmpty()) {
      return undecided(best, worst);
    }
    return new Decision(
        Outcome.ALLOWED,
        granting(worst, supports),
        List.of(),
        new Turning(worst).keys(Outcome.ALLOWED),
        List.of(),
        "");
  }

  private static Decision refused(Weighing weighing, String rule) {
    return new Decision(
        Outcome.IMPLICITLY_DENIED,
        List.of(),
        List.of(),
        new Turning(weighing).keys(Outcome.EXPLICITLY_DENIED),
        List.of(),
        rule);
  }

  private static Decision denied(Weighing weighing, Outcome outcome) {
    var explicit = outcome == Outcome.EXPLICITLY_DENIED;
    return new Decision(
        outcome,
        explicit ? refs(weighing.denies()) : List.of(),
        List.copyOf(weighing.blockedBy(weighing.supports())),
        new Turning(weighing).keys(outcome),
        List.of(),
        "");
  }

  /// If the formula of what is unknown turns out to be always or never true, nothing depends on it.
  private Decision undecided(Weighing best, Weighing worst) {
    var requirement = new RequirementWriter(seen, request).write();
    if (requirement.isAlways()) {
      var supports = best.supports();
      return new Decision(
          Outcome.ALLOWED, granting(best, supports), List.of(), Set.of(), List.of(), "");
    }
    if (requirement.isNever()) {
      return denied(worst, Outcome.IMPLICITLY_DENIED);
    }
    var keys = new LinkedHashSet<>(new Turning(best).keys(Outcome.ALLOWED));
    keys.addAll(new Turning(worst).keys(Outcome.IMPLICITLY_DENIED));
    return new Decision(
        Outcome.DEPENDS_ON_UNKNOWN, List.of(), List.of(), keys, requirement.words(), "");
  }

  private static List<StatementRef> granting(Weighing weighing, Set<Support> supports) {
    var granting = new ArrayList<StatementRef>(1);
    for (var support : weighing.rule().used(supports)) {
      if (support.grants()) {
        granting.addAll(refs(weighing.allows().getOrDefault(support, List.of())));
      }
    }
    return granting;
  }

  private static List<StatementRef> refs(List<Hit> hits) {
    var refs = new ArrayList<StatementRef>(hits.size());
    for (var hit : hits) {
      if (hit.holds()) {
        refs.add(hit.ref());
      }
    }
    return refs;
  }
}
