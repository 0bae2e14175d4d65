package io.outcrop.iam;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.NamedPolicy;
import java.util.ArrayList;
import java.util.List;

/// Statements that are looked at together: an Allow in any of them allows, a Deny in any denies.
record Tier(LayerName layer, List<PreparedStatement> statements) {
  Tier {
    statements = List.copyOf(statements);
  }

  static Tier of(LayerName layer, List<NamedPolicy> policies) {
    var statements = new ArrayList<PreparedStatement>();
    for (var policy : policies) {
      for (var statement : policy.document().statements()) {
        statements.add(PreparedStatement.of(layer, policy, statement));
      }
    }
    return new Tier(layer, statements);
  }

  /// The statements that match the request, or would if it brought further keys.
  Hits test(RequestView request, boolean hasBoundary) {
    var allows = new ArrayList<Hit>();
    var denies = new ArrayList<Hit>();
    for (var statement : statements) {
      statement
          .test(request, hasBoundary)
          .ifPresent(hit -> (statement.effect() == Effect.ALLOW ? allows : denies).add(hit));
    }
    return new Hits(layer, allows, denies);
  }

  /// What a tier says to one request.
  record Hits(LayerName layer, List<Hit> allows, List<Hit> denies) {}
}
