package io.outcrop.iam.decision;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An element of a statement that does not match, with both sides of the comparison.
public sealed interface Mismatch {
  /// `Action` or `NotAction`.
  record OfAction(Patterns written, String requested) implements Mismatch {}

  /// `Principal` or `NotPrincipal`.
  record OfPrincipal(Principals written, Principal caller) implements Mismatch {}

  /// `Resource` or `NotResource`.
  ///
  /// @param nearest the pattern that comes nearest, or of a `NotResource` the one that matches;
  ///   none if the statement's patterns or the request's resource are no ARNs
  /// @param requested the request's resource
  /// @param part the first part of the ARN in which they differ, in words: `region`; empty if none
  record OfResource(Patterns written, Optional<Pattern> nearest, String requested, String part)
      implements Mismatch {}

  /// One key of `Condition`.
  ///
  /// @param found the request's values of the key; none if it does not bring it
  record OfCondition(Condition written, Optional<Value> found) implements Mismatch {}

  /// The element as the policy writes it: `NotResource`, `Condition`.
  default String element() {
    return switch (this) {
      case OfAction(var written, _) -> written.negated() ? "NotAction" : "Action";
      case OfPrincipal(var written, _) -> isNegated(written) ? "NotPrincipal" : "Principal";
      case OfResource(var written, _, _, _) -> written.negated() ? "NotResource" : "Resource";
      case OfCondition _ -> "Condition";
    };
  }

  /// What the statement asks for: its patterns, of a resource the nearest one; of a condition
  /// operator, key and values.
  default String wanted() {
    return switch (this) {
      case OfAction(var written, _) -> words(written.values());
      case OfPrincipal(var written, _) -> words(written);
      case OfResource(var written, var nearest, _, _) ->
          nearest.map(Pattern::text).orElseGet(() -> words(written.values()));
      case OfCondition(var written, _) ->
          written.operator() + " " + written.key() + " " + words(written.values());
    };
  }

  /// What the request brings there; empty if nothing.
  default String brought() {
    return switch (this) {
      case OfAction(_, var requested) -> requested;
      case OfPrincipal(_, var caller) -> caller.words();
      case OfResource(_, _, var requested, _) -> requested;
      case OfCondition(_, var found) ->
          found.map(value -> String.join(", ", value.texts())).orElse("");
    };
  }

  /// Where the statement says so.
  default Position position() {
    return switch (this) {
      case OfAction(var written, _) -> first(written);
      case OfPrincipal(Principals.Named(_, var names), _) when !names.isEmpty() ->
          names.getFirst().position();
      case OfPrincipal _ -> Position.NONE;
      case OfResource(var written, var nearest, _, _) ->
          nearest.map(Pattern::position).orElseGet(() -> first(written));
      case OfCondition(var written, _) -> written.position();
    };
  }

  private static Position first(Patterns patterns) {
    return patterns.values().isEmpty() ? Position.NONE : patterns.values().getFirst().position();
  }

  private static String words(List<Pattern> values) {
    return values.stream().map(Pattern::text).collect(Collectors.joining(" or "));
  }

  private static String words(Principals principals) {
    return switch (principals) {
      case Principals.Unstated() -> "";
      case Principals.Anyone _ -> "*";
      case Principals.Named(_, var names) ->
          names.stream().map(NamedPrincipal::name).collect(Collectors.joining(" or "));
    };
  }

  private static boolean isNegated(Principals principals) {
    return switch (principals) {
      case Principals.Unstated() -> false;
      case Principals.Anyone(var negated) -> negated;
      case Principals.Named(var negated, _) -> negated;
    };
  }
}
