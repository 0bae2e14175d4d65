package io.outcrop.iam;

import io.outcrop.iam.decision.Requirement;
import io.outcrop.iam.decision.Requirement.Test;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.policy.ConditionOperator;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes down under which condition a request is allowed, from the hits that are neither certain
/// nor impossible.
final class RequirementWriter {
  private final Look.Seen seen;
  private final RequestView request;
  private final Map<String, String> spelling = new HashMap<>();

  RequirementWriter(Look.Seen seen, RequestView request) {
    this.seen = seen;
    this.request = request;
  }

  Requirement write() {
    var weighing = seen.weighing();
    var parts = new ArrayList<Requirement>();
    seen.unseen()
        .forEach(
            (layer, why) -> parts.add(new Test(new Unknown.OfLayer(layer, why), true, Set.of())));
    parts.add(anyOf(weighing.denies()).not());
    weighing.gates().forEach(gate -> parts.add(anyOf(gate.allows())));
    parts.add(
        Requirement.any(
            weighing.rule().ways().stream()
                .map(way -> Requirement.all(way.stream().map(this::support).toList()))
                .toList()));
    return Requirement.all(parts).simplified();
  }

  private Requirement support(Support support) {
    var weighing = seen.weighing();
    return weighing.given().contains(support)
        ? new Requirement.Constant(true)
        : anyOf(weighing.allows().getOrDefault(support, List.of()));
  }

  private Requirement anyOf(List<Hit> hits) {
    if (Hit.anyHolds(hits)) {
      return new Requirement.Constant(true);
    }
    return Requirement.any(
        hits.stream().filter(hit -> hit.truth().isUnknown()).map(this::match).toList());
  }

  private Requirement match(Hit hit) {
    var from = Set.of(hit.ref());
    var statement = hit.ref().statement();
    var parts = new ArrayList<Requirement>();
    var reach = hit.statement().reach(request, seen.hasBoundary());
    if (reach.surely() != reach.maybe() && hit.reach() == reach.maybe()) {
      var sessions = hit.statement().principals().sessions(request.principal());
      parts.add(new Test(new Unknown.OfSessionName(sessions.names()), !sessions.negated(), from));
    }
    if (hit.statement().resources().matches(request).isUnknown()) {
      var patterns = statement.resources().values().stream().map(Pattern::text).toList();
      parts.add(new Test(new Unknown.OfResource(patterns), !statement.resources().negated(), from));
    }
    var truths = hit.statement().conditions().each(request);
    for (var i = 0; i < truths.size(); i++) {
      if (truths.get(i).isUnknown()) {
        parts.add(test(statement.conditions().get(i), from));
      }
    }
    return Requirement.all(parts);
  }

  private Test test(Condition condition, Set<StatementRef> from) {
    var operator = ConditionOperator.parse(condition.operator()).orElseThrow();
    var plain = operator.asOpposite();
    var values = condition.values().stream().map(Pattern::text).toList();
    var name = plain.orElse(operator).toString();
    return new Test(
        new Unknown.OfCondition(name, spelled(condition.key()), values), plain.isEmpty(), from);
  }

  /// One spelling for all that differ in case only.
  private String spelled(String key) {
    return spelling.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> key);
  }
}
