package io.outcrop.iam;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Statements that are looked at together: an Allow in any of them allows, a Deny in any denies.
final class Tier {
  private final LayerName layer;
  private final String level;
  private final int policies;
  private final Map<String, ServiceStatements> byService;
  private final ServiceStatements ofOtherServices;

  private Tier(LayerName layer, String level, int policies, List<PreparedStatement> statements) {
    this.layer = layer;
    this.level = level;
    this.policies = policies;
    this.byService = new HashMap<>();
    for (var statement : statements) {
      for (var service : statement.actions().services()) {
        byService.computeIfAbsent(service, name -> new ServiceStatements(name, statements));
      }
    }
    this.ofOtherServices = new ServiceStatements("", statements);
  }

  static Tier of(LayerName layer, String level, List<NamedPolicy> policies) {
    var statements = new ArrayList<PreparedStatement>();
    for (var policy : policies) {
      for (var statement : policy.document().statements()) {
        statements.add(PreparedStatement.of(layer, policy, statement));
      }
    }
    return new Tier(layer, level, policies.size(), statements);
  }

  LayerName layer() {
    return layer;
  }

  /// The level of the organization, where the layer has levels.
  String level() {
    return level;
  }

  /// How many policies its statements come from.
  int policies() {
    return policies;
  }

  /// The statements that can be about the request's service, in the order of the policies.
  List<PreparedStatement> ofService(RequestView request) {
    return statements(request).all();
  }

  private ServiceStatements statements(RequestView request) {
    return byService.getOrDefault(request.service(), ofOtherServices);
  }

  /// The statements that match the request, or could.
  Hits test(RequestView request, boolean hasBoundary) {
    List<Hit> allows = List.of();
    List<Hit> denies = List.of();
    var statements = statements(request);
    var about = statements.about(request);
    for (var word = 0; word < about.length; word++) {
      for (var bits = about[word]; bits != 0; bits &= bits - 1) {
        var statement = statements.statement(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        var hits = statement.test(request, hasBoundary);
        if (!hits.isEmpty()) {
          if (statement.effect() == Effect.ALLOW) {
            allows = plus(allows, hits);
          } else {
            denies = plus(denies, hits);
          }
        }
      }
    }
    return new Hits(this, allows, denies);
  }

  private static List<Hit> plus(List<Hit> some, List<Hit> more) {
    if (some.isEmpty()) {
      return more;
    }
    var all = some instanceof ArrayList<Hit> list ? list : new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// What a tier says to one request.
  record Hits(Tier tier, List<Hit> allows, List<Hit> denies) {}
}
