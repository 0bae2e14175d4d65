package io.outcrop.iam;

import io.outcrop.iam.condition.Conditions;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.match.ActionSet;
import io.outcrop.iam.match.PrincipalSet;
import io.outcrop.iam.match.Reach;
import io.outcrop.iam.match.RequestView;
import io.outcrop.iam.match.ResourceSet;
import io.outcrop.iam.match.Truth;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.NamedPolicy;
import java.util.List;
import java.util.Optional;

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

  /// The hit, if the statement matches `request` or further keys could make it match.
  Optional<Hit> test(RequestView request, boolean hasBoundary) {
    if (!actions.matches(request)) {
      return Optional.empty();
    }
    var reach = namesPrincipals ? principals.reach(request.principal(), hasBoundary) : Reach.DIRECT;
    if (reach == Reach.NONE) {
      return Optional.empty();
    }
    var resource = resources.matches(request);
    if (resource.equals(Truth.NO)) {
      return Optional.empty();
    }
    var condition = conditions.test(request);
    var truth = resource.equals(Truth.YES) ? condition : Truth.all(List.of(resource, condition));
    return truth.equals(Truth.NO) ? Optional.empty() : Optional.of(new Hit(ref, reach, truth));
  }
}
