package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a text is known to be about AWS at all. Many of its sentences are everybody's (`does not
/// support images`, `Bearer token is expired`): in a text that neither speaks of Bedrock, Claude or
/// AWS nor holds anything of theirs they decide nothing, and where it names another site, they say
/// nothing.
final class Placement {
  private static final List<String> OF_AWS =
      List.of("about", "operation", "action", "arn", "key", "host", "model", "setting", "absent");

  private final Set<String> exceptions;

  Placement(List<Entry> entries) {
    this.exceptions =
        entries.stream()
            .flatMap(entry -> entry.tells().stream())
            .filter(tell -> !tell.alone())
            .flatMap(tell -> tell.when().getOrDefault("exception", List.of()).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether nothing of AWS is in it.
  boolean isUnplaced(Scope scope) {
    return OF_AWS.stream().allMatch(kind -> scope.all(kind).isEmpty()) && !hasKnownException(scope);
  }

  /// Whether it names an exception by which a cause is told.
  boolean hasKnownException(Scope scope) {
    return scope.all("exception").stream()
        .anyMatch(exception -> exceptions.contains(exception.value()));
  }

  /// Whether, besides, something of others is.
  boolean isElsewhere(Scope scope) {
    return isUnplaced(scope)
        && (!scope.all("foreign-host").isEmpty()
            || scope.find("form", List.of("site")).isPresent()
            || scope.find("mention", List.of("other-*")).isPresent());
  }
}
