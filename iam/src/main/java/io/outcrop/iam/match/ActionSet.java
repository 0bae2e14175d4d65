package io.outcrop.iam.match;

import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The actions that a statement is about. Case does not matter; wildcards stand in the name, not in
/// the service; only a bare `*` (or `*:*`) is every action. Source: IAM User Guide, "IAM JSON
/// policy elements: Action".
public final class ActionSet {
  private final boolean negated;
  private final List<Action> actions;

  private ActionSet(boolean negated, List<Action> actions) {
    this.negated = negated;
    this.actions = List.copyOf(actions);
  }

  /// One pattern; an empty service stands for all services.
  private record Action(String service, Glob name) {
    private boolean matches(RequestView request) {
      return (service.isEmpty() || service.equals(request.service()))
          && name.matches(request.operation());
    }
  }

  /// Prepares `Action` or `NotAction`.
  public static ActionSet of(Patterns patterns) {
    var actions =
        patterns.values().stream()
            .map(Pattern::text)
            .map(ActionSet::action)
            .flatMap(Optional::stream)
            .toList();
    return new ActionSet(patterns.negated(), actions);
  }

  private static Optional<Action> action(String written) {
    var text = written.toLowerCase(Locale.ROOT);
    if (text.equals("*:*") || (!text.isEmpty() && text.chars().allMatch(c -> c == '*'))) {
      return Optional.of(new Action("", Glob.anything()));
    }
    var colon = text.indexOf(':');
    var unusable =
        colon <= 0
            || text.chars().anyMatch(c -> c == ',' || Character.isWhitespace(c))
            || text.substring(0, colon).chars().anyMatch(c -> c == '*' || c == '?');
    return unusable
        ? Optional.empty()
        : Optional.of(new Action(text.substring(0, colon), Glob.of(text.substring(colon + 1))));
  }

  /// Whether the request's action is meant.
  public boolean matches(RequestView request) {
    for (var action : actions) {
      if (action.matches(request)) {
        return !negated;
      }
    }
    return negated;
  }
}
