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
import java.util.List;
import java.util.Optional;

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
      answers.addAll(answers(layer, reaches ? layers.source(layer) : Source.ABSENT));
    }
    var requirement =
        decision.outcome() == Outcome.DEPENDS_ON_UNKNOWN
            ? new RequirementWriter(evaluation.seen(), request).write()
            : new Requirement.Constant(decision.isAllowed());
    return new Explanation(decision, answers, requirement);
  }

  private List<LayerAnswer> answers(LayerName layer, Source source) {
    return switch (source) {
      case Source.Absent _ ->
          List.of(new LayerAnswer(layer, "", new Standing.TakesNoPart(), List.of()));
      case Source.Unknown(var why) ->
          List.of(new LayerAnswer(layer, "", new Standing.Unseen(why), List.of()));
      case Source.Tiers(var tiers) -> tiers.stream().map(this::answer).toList();
    };
  }

  private LayerAnswer answer(Tier tier) {
    var answers = new ArrayList<StatementAnswer>();
    var tally = new Tally();
    for (var statement : tier.ofService(request)) {
      var truth = truth(statement);
      tally.add(statement.effect(), truth);
      match(statement, truth)
          .ifPresent(match -> answers.add(new StatementAnswer(statement.ref(), match)));
    }
    return new LayerAnswer(tier.layer(), tier.level(), tally.standing(tier.layer()), answers);
  }

  /// What the hits of a statement say together; the surest counts.
  private Truth truth(PreparedStatement statement) {
    if (!statement.actions().matches(request)) {
      return Truth.NO;
    }
    var best = Truth.NO;
    for (var hit : statement.test(request, layers.hasBoundary())) {
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
    private boolean allows;
    private boolean denies;
    private boolean mayAllow;
    private boolean mayDeny;

    private void add(Effect effect, Truth truth) {
      if (effect == Effect.ALLOW) {
        allows |= truth.holds();
        mayAllow |= truth.isUnknown();
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
      return allows || layer == LayerName.RCP ? new Standing.Allows() : new Standing.Silent();
    }
  }
}
