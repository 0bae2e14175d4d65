package io.outcrop.iam.walk;

import io.outcrop.aws.Arn;
import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One element of a statement, set apart: a statement that asks for it and for nothing else.
///
/// @param name as a policy writes it: `NotResource`
/// @param wanted its values in words
/// @param alone the statement that has this element alone
record Element(String name, String wanted, Statement alone) {
  private static final Patterns ANY = new Patterns(false, List.of(new Pattern("*", Position.NONE)));

  /// The elements of `statement` that have something to say.
  static List<Element> of(Statement statement) {
    var elements = new ArrayList<Element>();
    elements.add(
        new Element(
            statement.actions().negated() ? "NotAction" : "Action",
            words(statement.actions().values()),
            with(statement, anyone(statement), statement.actions(), ANY, List.of())));
    if (!statement.resources().values().isEmpty()) {
      elements.add(
          new Element(
              statement.resources().negated() ? "NotResource" : "Resource",
              words(statement.resources().values()),
              with(statement, anyone(statement), ANY, statement.resources(), List.of())));
    }
    if (!(statement.principals() instanceof Principals.Unstated)) {
      elements.add(
          new Element(
              isNegated(statement.principals()) ? "NotPrincipal" : "Principal",
              words(statement.principals()),
              with(statement, statement.principals(), ANY, any(statement), List.of())));
    }
    for (var condition : statement.conditions()) {
      elements.add(
          new Element(
              "Condition",
              condition.operator() + " " + condition.key() + " " + words(condition.values()),
              with(statement, anyone(statement), ANY, any(statement), List.of(condition))));
    }
    return elements;
  }

  /// A statement that matches whatever reaches its layer.
  static Statement everything(Statement like) {
    return with(like, anyone(like), ANY, any(like), List.of());
  }

  /// What `request` brings where this element asks; empty if nothing.
  String found(AuthorizationRequest request) {
    return switch (name) {
      case "Action", "NotAction" -> request.action();
      case "Resource", "NotResource" -> request.resource();
      case "Principal", "NotPrincipal" ->
          request.principal().knownArn().map(Arn::toString).orElse("");
      default ->
          request
              .context()
              .get(alone.conditions().getFirst().key())
              .map(RequestContext.Value::texts)
              .map(texts -> String.join(", ", texts))
              .orElse("");
    };
  }

  /// Whether a statement that fails here alone is near: an action of another service is not.
  boolean isNear(AuthorizationRequest request) {
    var service = request.action().toLowerCase(Locale.ROOT).split(":", 2)[0] + ":";
    return !name.equals("Action")
        || alone.actions().values().stream()
            .anyMatch(one -> one.text().toLowerCase(Locale.ROOT).startsWith(service));
  }

  private static Statement with(
      Statement like,
      Principals principals,
      Patterns actions,
      Patterns resources,
      List<Condition> conditions) {
    return new Statement(
        0, "", Statement.Effect.DENY, principals, actions, resources, conditions, like.position());
  }

  private static Principals anyone(Statement like) {
    return like.principals() instanceof Principals.Unstated unstated
        ? unstated
        : new Principals.Anyone(false);
  }

  /// A trust policy names no resource.
  private static Patterns any(Statement like) {
    return like.resources().values().isEmpty() ? like.resources() : ANY;
  }

  private static boolean isNegated(Principals principals) {
    return switch (principals) {
      case Principals.Unstated() -> false;
      case Principals.Anyone(var negated) -> negated;
      case Principals.Named(var negated, var _) -> negated;
    };
  }

  private static String words(Principals principals) {
    return switch (principals) {
      case Principals.Unstated() -> "";
      case Principals.Anyone _ -> "*";
      case Principals.Named(var _, var names) ->
          names.stream().map(Statement.NamedPrincipal::name).collect(Collectors.joining(" or "));
    };
  }

  private static String words(List<Pattern> values) {
    return values.stream().map(Pattern::text).collect(Collectors.joining(" or "));
  }
}
