package io.outcrop.access.prediction;

import io.outcrop.aws.Arn;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Policies as they would be after a thought: without some statements, without conditions.
public final class Layers {
  private Layers() {}

  /// `layers` with `document` in the place of what `policy` says.
  public static PolicyLayers replaced(
      PolicyLayers layers, NamedPolicy policy, PolicyDocument document) {
    return changed(
        layers,
        one ->
            one.equals(policy)
                ? new NamedPolicy(one.name(), one.arn(), one.attachedTo(), document)
                : one);
  }

  /// `layers` as if the statements `refs` were gone.
  static PolicyLayers without(PolicyLayers layers, List<StatementRef> refs) {
    return changed(
        layers,
        policy ->
            statements(
                policy,
                policy.document().statements().stream()
                    .filter(statement -> !contains(refs, policy, statement))
                    .toList()));
  }

  /// Those of `layers` that have a say in `need`. Of what a call asks for, a guardrail alone has a
  /// policy of its own, and may belong to another account, which alone may read that. Source:
  /// Amazon Bedrock User Guide, "Use resource-based policies for Guardrails", read 2026-10.
  ///
  /// @param account the caller's
  public static PolicyLayers on(RequiredAuthorization need, PolicyLayers layers, String account) {
    return guardrailOwner(need)
        .map(owner ->
            owner.equals(account)
                ? layers
                : layers.onResource(
                    new Layer.Unknown(
                        "the guardrail's own policy, which account " + owner + " holds")))
        .orElseGet(() -> layers.onResource(new Layer.Absent()));
  }

  /// The account of the guardrail that `need` is about; nothing if it is about something else.
  static Optional<String> guardrailOwner(RequiredAuthorization need) {
    return Arn.parse(need.resource())
        .filter(arn -> arn.resourceType().equals("guardrail"))
        .map(Arn::account);
  }

  /// The identity policies of `layers` alone, with every Allow as if its conditions held.
  static PolicyLayers identityWithoutConditions(PolicyLayers layers) {
    return new PolicyLayers(
        changed(layers.identity(), Layers::unconditional),
        new Layer.Absent(),
        new Layer.Absent(),
        new Organization.None(),
        new Organization.None(),
        new Layer.Absent(),
        new Layer.Absent());
  }

  private static NamedPolicy unconditional(NamedPolicy policy) {
    return statements(
        policy,
        policy.document().statements().stream()
            .filter(statement -> statement.effect() == Effect.ALLOW)
            .map(Layers::unconditional)
            .toList());
  }

  private static Statement unconditional(Statement statement) {
    return new Statement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        statement.principals(),
        statement.actions(),
        statement.resources(),
        List.of(),
        statement.position());
  }

  private static boolean contains(
      List<StatementRef> refs, NamedPolicy policy, Statement statement) {
    return refs.stream()
        .anyMatch(ref ->
            ref.policy().name().equals(policy.name())
                && ref.policy().arn().equals(policy.arn())
                && ref.policy().attachedTo().equals(policy.attachedTo())
                && ref.statement().index() == statement.index());
  }

  private static NamedPolicy statements(NamedPolicy policy, List<Statement> statements) {
    var old = policy.document();
    return new NamedPolicy(
        policy.name(),
        policy.arn(),
        policy.attachedTo(),
        new PolicyDocument(old.kind(), old.allowsVariables(), statements, old.source()));
  }

  private static PolicyLayers changed(PolicyLayers layers, UnaryOperator<NamedPolicy> change) {
    return new PolicyLayers(
        changed(layers.identity(), change),
        changed(layers.boundary(), change),
        changed(layers.session(), change),
        changed(layers.scps(), change),
        changed(layers.rcps(), change),
        changed(layers.resource(), change),
        changed(layers.endpoint(), change));
  }

  private static Layer changed(Layer layer, UnaryOperator<NamedPolicy> change) {
    return layer instanceof Layer.Known(List<NamedPolicy> policies)
        ? new Layer.Known(policies.stream().map(change).toList())
        : layer;
  }

  private static Organization changed(
      Organization organization, UnaryOperator<NamedPolicy> change) {
    return organization instanceof Organization.Levels(List<Level> levels)
        ? new Organization.Levels(
            levels.stream()
                .map(level ->
                    new Level(level.name(), level.policies().stream().map(change).toList()))
                .toList())
        : organization;
  }
}
