package io.outcrop.iam.policy;

import io.outcrop.json.Position;
import java.util.List;

/// One statement.
///
/// @param index its place in the document, from 0
/// @param sid its `Sid`; empty if it has none
/// @param effect what it does to a request that it matches
/// @param principals whom it is about; [Principals.Unstated] in policies that name none
/// @param actions which actions it is about
/// @param resources which resources it is about
/// @param conditions all of them have to hold
/// @param position where it begins
public record Statement(
    int index,
    String sid,
    Effect effect,
    Principals principals,
    Patterns actions,
    Patterns resources,
    List<Condition> conditions,
    Position position) {
  public Statement {
    conditions = List.copyOf(conditions);
  }

  /// What a statement does.
  public enum Effect {
    ALLOW,
    DENY
  }

  /// `Action`, `NotAction`, `Resource` or `NotResource`.
  ///
  /// @param negated whether it is the `Not…` form
  /// @param values as written, in order; empty only where the grammar lets the element be left out
  public record Patterns(boolean negated, List<Pattern> values) {
    public Patterns {
      values = List.copyOf(values);
    }
  }

  /// One value of an element, as written.
  public record Pattern(String text, Position position) {}

  /// `Principal` or `NotPrincipal`.
  public sealed interface Principals {
    /// The kind of policy names no principal.
    record Unstated() implements Principals {}

    /// `"*"`.
    record Anyone(boolean negated) implements Principals {}

    /// A map from type (`AWS`, `Service`, `Federated`, `CanonicalUser`) to names.
    record Named(boolean negated, List<NamedPrincipal> names) implements Principals {
      public Named {
        names = List.copyOf(names);
      }
    }
  }

  /// One name in a `Principal` element.
  public record NamedPrincipal(String type, String name, Position position) {}

  /// One operator with one key.
  ///
  /// @param operator as written: `ForAnyValue:StringLikeIfExists`
  /// @param key the condition key as written
  /// @param values any of them may match
  /// @param position where the key stands
  public record Condition(String operator, String key, List<Pattern> values, Position position) {
    public Condition {
      values = List.copyOf(values);
    }
  }
}
