package io.outcrop.report.policy;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.json.Json;
import io.outcrop.report.policy.Simulation.Ruling;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TreeSet;

/// Requests, decisions and statements for a program.
public final class DecisionJson {
  private final Whereabouts whereabouts;

  DecisionJson(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  Json.Obj ruling(Ruling ruling) {
    var decision = ruling.decision();
    return request(ruling.request())
        .with("purpose", Json.of(ruling.purpose()))
        .with("decision", Json.of(outcome(decision.outcome())))
        .with("decidedBy", Json.array(decision.decidedBy().stream().map(this::statement).toList()))
        .with("blockedBy", Json.ofTexts(decision.blockedBy().stream().map(LayerName::id).toList()))
        .with("missingKeys", Json.ofTexts(new TreeSet<>(decision.missingKeys())))
        .with("unknown", Json.ofTexts(decision.unknown()))
        .with("rule", Json.of(decision.rule()));
  }

  /// A request.
  public static Json.Obj request(AuthorizationRequest request) {
    var context = new LinkedHashMap<String, Json>();
    for (var key : new TreeSet<>(request.context().keys())) {
      request
          .context()
          .get(key)
          .ifPresent(value ->
              context.put(
                  value.name(),
                  value.multivalued()
                      ? Json.ofTexts(value.texts())
                      : Json.of(value.texts().getFirst())));
    }
    return Json.object()
        .with("principal", Json.of(request.principal().words()))
        .with("action", Json.of(request.action()))
        .with("resource", Json.of(request.resource()))
        .with("resourceAccount", Json.of(request.resourceAccount()))
        .with("context", Json.object(context));
  }

  Json.Obj statement(StatementRef ref) {
    var position = ref.statement().position();
    return Json.object()
        .with("layer", Json.of(ref.layer().id()))
        .with("policy", Json.of(ref.policy().name()))
        .with("attachedTo", Json.of(ref.policy().attachedTo()))
        .with("statement", Json.of(ref.statement().index()))
        .with("sid", Json.of(ref.statement().sid()))
        .with("effect", Json.of(effect(ref)))
        .with("file", Json.of(whereabouts.file(ref).orElse("")))
        .with("line", Json.of(position.line()))
        .with("column", Json.of(position.column()));
  }

  private static String effect(StatementRef ref) {
    return effect(ref.statement().effect());
  }

  /// An effect as a policy writes it.
  public static String effect(Effect effect) {
    return switch (effect) {
      case ALLOW -> "Allow";
      case DENY -> "Deny";
    };
  }

  /// An outcome: `implicitly-denied`.
  public static String outcome(Decision.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
