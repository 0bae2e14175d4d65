package io.outcrop.iam.walk;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;

/// Asks the engine whether a statement matches a request: standing as a Deny where it stands, with
/// no other policy anywhere, it denies explicitly if and only if it does.
record StatementTest(AuthorizationRequest request, LayerName layer, NamedPolicy policy) {

  boolean matches(Statement statement) {
    var deny =
        new Statement(
            statement.index(),
            statement.sid(),
            Statement.Effect.DENY,
            statement.principals(),
            statement.actions(),
            statement.resources(),
            statement.conditions(),
            statement.position());
    var decision = Authorizer.decide(request, alone(deny, new Layer.Absent()));
    return decision.outcome() == Decision.Outcome.EXPLICITLY_DENIED;
  }

  /// Whether an Allow statement of a resource-based policy is a permission by itself.
  boolean grantsAlone(Statement statement) {
    return Authorizer.decide(request, alone(statement, new Layer.Known(List.of()))).isAllowed();
  }

  private PolicyLayers alone(Statement statement, Layer otherwiseIdentity) {
    var document = policy.document();
    var one =
        new NamedPolicy(
            policy.name(),
            policy.arn(),
            policy.attachedTo(),
            new PolicyDocument(
                document.kind(),
                document.allowsVariables(),
                List.of(statement),
                document.source()));
    return new PolicyLayers(
        in(LayerName.IDENTITY, one, otherwiseIdentity),
        in(LayerName.BOUNDARY, one, new Layer.Absent()),
        in(LayerName.SESSION, one, new Layer.Absent()),
        levels(LayerName.SCP, one),
        levels(LayerName.RCP, one),
        in(LayerName.RESOURCE, one, new Layer.Absent()),
        in(LayerName.ENDPOINT, one, new Layer.Absent()));
  }

  private Layer in(LayerName name, NamedPolicy one, Layer otherwise) {
    return name == layer ? new Layer.Known(List.of(one)) : otherwise;
  }

  private Organization levels(LayerName name, NamedPolicy one) {
    return name == layer
        ? new Organization.Levels(List.of(new Level("", List.of(one))))
        : new Organization.None();
  }
}
