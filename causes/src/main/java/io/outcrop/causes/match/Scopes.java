package io.outcrop.causes.match;

import io.outcrop.causes.signal.Reading;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What in a reading may be told together: each refusal with what stands around it, or everything;
/// and, where a text names several regions or models, each error with those beside it.
final class Scopes {
  /// Kinds of signals that belong to one refusal and say nothing about another.
  private static final Set<String> OF_A_DENIAL =
      Set.of("action", "resource", "principal", "effect", "layer", "policy", "through");

  /// How many errors of one text are looked at one by one.
  private static final int MOST_ERRORS = 12;

  private final List<Single> singles;
  private final List<Scope> all;
  private final List<Scope> elsewhere;

  Scopes(Reading reading, FactFinder facts) {
    var everything = all(reading, facts);
    this.all = everything.stream().filter(scope -> !scope.isElsewhere()).toList();
    this.elsewhere = everything.stream().filter(Scope::isElsewhere).toList();
    this.singles = all.isEmpty() ? List.of() : singles(reading, facts);
  }

  /// An error among others.
  ///
  /// @param error its words
  record Single(Span error, Scope scope) {}

  /// Each error by itself, if a text has several places to tell apart.
  List<Single> ofSingleErrors() {
    return singles;
  }

  /// The refusals, or the whole; none of what is about something else altogether.
  List<Scope> ofAll() {
    return all;
  }

  /// What is about something else altogether.
  List<Scope> ofOthers() {
    return elsewhere;
  }

  /// Whether a match rests on an error that was looked at by itself.
  boolean settles(Match match) {
    return singles.stream()
        .anyMatch(single -> match.because().stream().anyMatch(single.error()::overlaps));
  }

  private static List<Single> singles(Reading reading, FactFinder facts) {
    var singles = new ArrayList<Single>();
    if (hasSeveral(reading, "region")
        || hasSeveral(reading, "model")
        || hasSeveral(reading, "named-region")) {
      reading.signals().stream()
          .filter(signal -> signal.kind().equals("sentence"))
          .limit(MOST_ERRORS)
          .forEach(error -> {
            var scope = new Scope(reading.signals());
            facts.addTo(scope, error.span());
            singles.add(new Single(error.span(), scope));
          });
    }
    return singles;
  }

  private static boolean hasSeveral(Reading reading, String kind) {
    return reading.signals().stream().filter(signal -> signal.kind().equals(kind)).count() > 1;
  }

  private static List<Scope> all(Reading reading, FactFinder facts) {
    var around =
        reading.signals().stream().filter(signal -> !OF_A_DENIAL.contains(signal.kind())).toList();
    var scopes = new ArrayList<Scope>();
    for (var denial : reading.denials()) {
      var signals = new ArrayList<Signal>(denial);
      signals.addAll(around);
      var scope = new Scope(signals);
      facts.addTo(scope, denial.getFirst().span());
      scopes.add(scope);
    }
    if (scopes.isEmpty()) {
      var scope = new Scope(reading.signals());
      facts.addTo(scope, Span.NONE);
      scopes.add(scope);
    }
    return scopes;
  }
}
