package io.outcrop.iam.edit;

import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.sample.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The one request, by all that an edit may name of it.
///
/// @param pins the values of condition keys, without the caller's
record Point(AuthorizationRequest request, Caller caller, List<Pin> pins) {
  Point {
    pins = List.copyOf(pins);
  }

  /// The request with the keys of `vocabulary` that it brings.
  static Point brought(AuthorizationRequest request, Vocabulary vocabulary) {
    return of(request, vocabulary, false);
  }

  /// The request with all keys of `vocabulary`, also by their absence.
  static Point whole(AuthorizationRequest request, Vocabulary vocabulary) {
    return of(request, vocabulary, true);
  }

  private static Point of(AuthorizationRequest request, Vocabulary vocabulary, boolean absent) {
    var pins =
        vocabulary.keys().values().stream()
            .filter(key -> !Volatile.isFree(key))
            .flatMap(key -> pin(request, key, vocabulary.conditions(), absent))
            .toList();
    return new Point(request, Caller.of(request), pins);
  }

  private static Stream<Pin> pin(
      AuthorizationRequest request, String key, List<Condition> conditions, boolean absent) {
    var value = request.context().get(key);
    return absent || value.isPresent() ? Stream.of(Pin.of(key, value, conditions)) : Stream.empty();
  }

  /// The same without any condition key.
  Point bare() {
    return new Point(request, caller, List.of());
  }

  String action() {
    return request.action();
  }

  /// The resource as a policy writes it; empty if the policy's version cannot.
  Optional<String> resource(boolean variables) {
    return request.resource().equals("*")
        ? Optional.of("*")
        : Literal.pattern(request.resource(), variables);
  }
}
