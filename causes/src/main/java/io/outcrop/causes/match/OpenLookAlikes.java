package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the look-alikes of a match that the text leaves open: they would be told by the same
/// words, and of what else they need the text says nothing, neither this nor that.
final class OpenLookAlikes {
  /// The kinds of signals that are words of the error itself.
  private static final Set<String> WORDS =
      Set.of("sentence", "exception", "action", "effect", "layer");

  /// The kinds that a text may well leave out, which then leaves open what they were.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "operation",
          "exception",
          "host",
          "called-region",
          "resource-type",
          "resource-region",
          "resource-id",
          "principal",
          "action",
          "effect",
          "layer",
          "model-is",
          "via");

  private static final int POINTS = 5;

  private final Map<String, Entry> bySlug;
  private final List<Scope> scopes;

  OpenLookAlikes(Map<String, Entry> bySlug, List<Scope> scopes) {
    this.bySlug = bySlug;
    this.scopes = scopes;
  }

  /// The open look-alikes of `matches`, as mere possibilities; some may be among `matches`.
  List<Match> of(List<Match> matches) {
    var open = new ArrayList<Match>();
    for (var match : matches) {
      if (match.tell().says() != Tell.Strength.ALLOWS) {
        for (var slug : match.entry().cause().lookAlikes()) {
          var entry = bySlug.get(slug);
          if (entry != null && entry.tells().stream().anyMatch(tell -> isOpen(tell, match))) {
            open.add(possible(entry, match));
          }
        }
      }
    }
    return open;
  }

  private static Match possible(Entry entry, Match match) {
    var tell = new Tell(match.tell().when(), Map.of(), Tell.Strength.ALLOWS, POINTS, false);
    return new Match(entry, tell, match.because(), match.values());
  }

  private boolean isOpen(Tell tell, Match match) {
    return !tell.alone() && scopes.stream().anyMatch(scope -> isOpen(tell, match, scope));
  }

  private static boolean isOpen(Tell tell, Match match, Scope scope) {
    var shared = false;
    for (var wanted : tell.when().entrySet()) {
      var met = scope.find(wanted.getKey(), wanted.getValue());
      if (met.isEmpty() && isSaid(wanted.getKey(), scope)) {
        return false;
      }
      shared |=
          WORDS.contains(wanted.getKey())
              && met.map(Signal::span).filter(span -> isOneOf(span, match)).isPresent();
    }
    return shared && !scope.excludes(tell);
  }

  private static boolean isSaid(String kind, Scope scope) {
    return !LEFT_OUT.contains(kind) || !scope.all(kind).isEmpty();
  }

  private static boolean isOneOf(Span span, Match match) {
    return match.because().stream().anyMatch(span::overlaps);
  }
}
