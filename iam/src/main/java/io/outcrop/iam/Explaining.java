package io.outcrop.iam;

import io.outcrop.iam.PreparedLayers.Source;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.decision.Explanation.LayerAnswer;
import io.outcrop.iam.decision.Explanation.Match;
import io.outcrop.iam.decision.Explanation.Standing;
import io.outcrop.iam.decision.Explanation.StatementAnswer;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement.Effect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says of one decision what every layer and statement has to do with it.
///
/// A statement is worth telling if it matches, if it could, if its action does and something else
/// does not, or if it is of the request's service and nothing but the action does not match.
final class Explaining {
  private final PreparedLayers layers;
  private final RequestView request;
  private final Mismatches mismatches;

  Explaining(PreparedLayers layers, RequestView request) {
    this.layers = layers;
    this.request = request;
    this.mismatches = new Mismatches(request);
  }

  Explanation explain() {
    var evaluation = new Evaluation(layers, request);
    var decision = evaluation.decide();
    var answers = new ArrayList<LayerAnswer>();
    var serviceLinked = Look.isServiceLinked(request);
    for (var layer : LayerName.values()) {
      var reaches = !Evaluation.isFree(request) && Look.reaches(layer, request, serviceLinked);
      answers.addAll(reaches ? answers(layer) : outOfReach(layer));
    }
    var requirement =
        decision.outcome() == Outcome.DEPENDS_ON_UNKNOWN
            ? new RequirementWriter(evaluation.seen(), request).write()
            : new Requirement.Constant(decision.isAllowed());
    return new Explanation(decision, answers, requirement);
  }

  private List<LayerAnswer> answers(LayerName layer) {
    return switch (layers.source(layer)) {
      case Source.Absent _ -> List.of(without(layer, new Standing.Absent()));
      case Source.Unknown(var why) -> List.of(without(layer, new Standing.Unseen(why)));
      case Source.Tiers(var tiers) -> tiers.stream().map(this::answer).toList();
    };
  }

  private List<LayerAnswer> outOfReach(LayerName layer) {
    return switch (layers.source(layer)) {
      case Source.Absent _ -> List.of(without(layer, new Standing.Absent()));
      case Source.Unknown _ -> List.of(without(layer, new Standing.OutOfReach()));
      case Source.Tiers(var tiers) ->
          tiers.stream()
              .map(tier ->
                  new LayerAnswer(
                      layer, tier.level(), new Standing.OutOfReach(), tier.policies(), List.of()))
              .toList();
    };
  }

  private static LayerAnswer without(LayerName layer, Standing standing) {
    return new LayerAnswer(layer, "", standing, 0, List.of());
  }

  private LayerAnswer answer(Tier tier) {
    var answers = new ArrayList<StatementAnswer>();
    var tally = new Tally(Rule.of(request));
    for (var statement : tier.ofService(request)) {
      var hits = hits(statement);
      var truth = truth(hits);
      tally.add(statement, truth, hits);
      match(statement, truth)
          .ifPresent(match -> answers.add(new StatementAnswer(statement.ref(), match)));
    }
    return new LayerAnswer(
        tier.layer(), tier.level(), tally.standing(tier.layer()), tier.policies(), answers);
  }

  private List<Hit> hits(PreparedStatement statement) {
    return statement.actions().matches(request)
        ? statement.test(request, layers.hasBoundary())
        : List.of();
  }

  /// What the hits of a statement say together; the surest counts.
  private static Truth truth(List<Hit> hits) {
    var best = Truth.NO;
    for (var hit : hits) {
      if (hit.truth().answer().compareTo(best.answer()) > 0) {
        best = hit.truth();
      }
    }
    return best;
  }

  private Optional<Match> match(PreparedStatement statement, Truth truth) {
    return switch (truth.answer()) {
      case YES -> Optional.of(new Match.Matches());
      case MAYBE -> Optional.of(new Match.Depends());
      case NO -> mismatches.worthTelling(statement, layers.hasBoundary()).map(Match.Fails::new);
    };
  }

  /// What the statements of one tier say together.
  private static final class Tally {
    private final Rule rule;
    private final Set<Support> grants = EnumSet.of(Support.BOUNDARY, Support.SESSION);
    private boolean allows;
    private boolean denies;
    private boolean mayAllow;
    private boolean mayDeny;

    private Tally(Rule rule) {
      this.rule = rule;
    }

    private void add(PreparedStatement statement, Truth truth, List<Hit> hits) {
      if (statement.effect() == Effect.ALLOW) {
        allows |= truth.holds();
        mayAllow |= truth.isUnknown();
        hits.stream()
            .filter(Hit::holds)
            .flatMap(hit -> Support.ofGrant(hit.reach()).stream())
            .forEach(grants::add);
      } else {
        denies |= truth.holds();
        mayDeny |= truth.isUnknown();
      }
    }

    private Standing standing(LayerName layer) {
      if (denies) {
        return new Standing.Denies();
      }
      if (mayDeny || (mayAllow && !allows)) {
        return new Standing.Depends();
      }
      // RCPFullAWSAccess is attached everywhere and never written
      return allows || layer == LayerName.RCP
          ? new Standing.Allows(layer == LayerName.RESOURCE && rule.isMet(grants))
          : new Standing.Silent();
    }
  }
}
