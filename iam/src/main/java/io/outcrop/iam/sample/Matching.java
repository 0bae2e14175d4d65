package io.outcrop.iam.sample;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.PreparedLayers;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Effect;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import io.outcrop.json.Position;
import java.util.List;

/// Asks the evaluator whether one part of a statement matches a request: a policy that denies just
/// that decides. So there is one meaning of patterns, not two.
///
/// @param document the policy whose kind and version say how patterns are read
/// @param request the request
public record Matching(PolicyDocument document, AuthorizationRequest request) {
  private static final Patterns EVERYTHING = patterns("*");

  /// Whether `Action` or `NotAction` matches.
  public boolean action(Patterns actions) {
    return matches(actions, EVERYTHING, new Principals.Anyone(false), List.of());
  }

  /// Whether one action pattern matches.
  public boolean action(String pattern) {
    return action(patterns(pattern));
  }

  /// Whether `Resource` or `NotResource` matches.
  public boolean resource(Patterns resources) {
    return matches(EVERYTHING, resources, new Principals.Anyone(false), List.of());
  }

  /// Whether one resource pattern matches.
  public boolean resource(String pattern) {
    return resource(patterns(pattern));
  }

  /// Whether `Principal` or `NotPrincipal` matches; yes where the kind of policy names nobody.
  public boolean principals(Principals principals) {
    return principals instanceof Principals.Unstated
        || matches(EVERYTHING, EVERYTHING, principals, List.of());
  }

  /// Whether one condition holds.
  public boolean condition(Condition condition) {
    return matches(EVERYTHING, EVERYTHING, new Principals.Anyone(false), List.of(condition));
  }

  private static Patterns patterns(String text) {
    return new Patterns(false, List.of(new Pattern(text, Position.NONE)));
  }

  private boolean matches(
      Patterns actions, Patterns resources, Principals principals, List<Condition> conditions) {
    var statement =
        new Statement(
            0, "", Effect.DENY, principals, actions, resources, conditions, Position.NONE);
    var asked =
        new PolicyDocument(
            document.kind(), document.allowsVariables(), List.of(statement), Json.object());
    return denying(asked).decide(request).outcome() == Outcome.EXPLICITLY_DENIED;
  }

  private static PreparedLayers denying(PolicyDocument document) {
    return Authorizer.prepare(
        new PolicyLayers(
            new Layer.Absent(),
            new Layer.Absent(),
            new Layer.Absent(),
            new Organization.None(),
            new Organization.None(),
            new Layer.Known(List.of(new NamedPolicy("", "", "", document))),
            new Layer.Absent()));
  }
}
