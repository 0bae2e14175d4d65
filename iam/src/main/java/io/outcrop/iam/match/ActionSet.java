package io.outcrop.iam.match;

import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The actions that a statement is about. Case does not matter; wildcards stand in the name, not in
/// the service; only a bare `*` (or `*:*`) is every action. Source: IAM User Guide, "IAM JSON
/// policy elements: Action".
public final class ActionSet {
  private final boolean negated;
  private final Action[] actions;
  private final Set<String> services;

  private ActionSet(boolean negated, List<Action> actions) {
    this.negated = negated;
    this.actions = actions.toArray(Action[]::new);
    this.services = actions.stream().map(Action::service).collect(Collectors.toUnmodifiableSet());
  }

  /// One pattern; an empty service stands for all services.
  private record Action(String service, String name, Glob glob) {
    private static Action of(String service, String name) {
      return new Action(service, name, Glob.of(name));
    }

    private boolean isOf(String asked) {
      return service.isEmpty() || service.equals(asked);
    }

    private boolean matches(RequestView request) {
      return isOf(request.service()) && glob.matches(request.operation());
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
    if (text.equals("*:*") || isStars(text)) {
      return Optional.of(Action.of("", "*"));
    }
    var colon = text.indexOf(':');
    // a service is compared as it stands, so that one with a wildcard is none of AWS's
    return colon <= 0
        ? Optional.empty()
        : Optional.of(Action.of(text.substring(0, colon), text.substring(colon + 1)));
  }

  /// Whether `text` is stars and nothing else.
  static boolean isStars(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '*') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// The services that the patterns name, in lower case.
  public Set<String> services() {
    return services;
  }

  /// Whether it is a `NotAction`.
  public boolean isNegated() {
    return negated;
  }

  /// The names and patterns, in lower case, that it holds for actions of `service`.
  public List<String> names(String service) {
    var names = new ArrayList<String>();
    for (var action : actions) {
      if (action.isOf(service)) {
        names.add(action.name());
      }
    }
    return names;
  }

  /// Whether it may be about actions of any service.
  public boolean isOfAnyService() {
    return negated || services.contains("");
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
