package io.outcrop.iam;

import io.outcrop.iam.condition.Conditions;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.ActionSet;
import io.outcrop.iam.match.PrincipalSet;
import io.outcrop.iam.match.PrincipalSet.Reaching;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.ResourceSet;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.NamedPolicy;
import java.util.List;

/// One statement with its patterns made ready.
///
/// @param namesPrincipals whether its layer's policies say whom they are about
record PreparedStatement(
    StatementRef ref,
    ActionSet actions,
    ResourceSet resources,
    PrincipalSet principals,
    boolean namesPrincipals,
    Conditions conditions) {

  static PreparedStatement of(LayerName layer, NamedPolicy policy, Statement statement) {
    var document = policy.document();
    var namesPrincipals =
        switch (layer) {
          case RCP, ENDPOINT, RESOURCE -> true;
          case SCP, IDENTITY, BOUNDARY, SESSION -> false;
        };
    return new PreparedStatement(
        new StatementRef(layer, policy, statement),
        ActionSet.of(statement.actions()),
        ResourceSet.of(statement.resources(), document.kind(), document.allowsVariables()),
        PrincipalSet.of(statement.principals(), statement.effect()),
        namesPrincipals,
        Conditions.of(statement.conditions(), document.allowsVariables()));
  }

  Effect effect() {
    return ref.statement().effect();
  }

  Reaching reach(RequestView request, boolean hasBoundary) {
    return namesPrincipals ? principals.reach(request, hasBoundary) : Reaching.DIRECT;
  }

  /// The hit, if the statement, whose action is the request's, matches `request`, or further keys
  /// or knowledge could make it match. There are two where the name of the caller's session could
  /// make it reach further.
  List<Hit> test(RequestView request, boolean hasBoundary) {
    var reach = reach(request, hasBoundary);
    if (reach.maybe() == Reach.NONE) {
      return List.of();
    }
    var resource = resources.matches(request);
    if (resource.isNever()) {
      return List.of();
    }
    var condition = conditions.test(request);
    var truth = resource.isAlways() ? condition : Truth.all(List.of(resource, condition));
    return truth.isNever() ? List.of() : hits(reach, truth);
  }

  private List<Hit> hits(Reaching reach, Truth truth) {
    if (reach.surely() == reach.maybe()) {
      return List.of(new Hit(this, reach.surely(), truth));
    }
    var further = new Hit(this, reach.maybe(), Truth.all(List.of(Truth.MAYBE, truth)));
    return reach.surely() == Reach.NONE
        ? List.of(further)
        : List.of(new Hit(this, reach.surely(), truth), further);
  }
}
