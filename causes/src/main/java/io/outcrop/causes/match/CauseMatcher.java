package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Entry;
import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.Reading;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import io.outcrop.models.ModelCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the entries that fit. Immutable and safe for many threads.
public final class CauseMatcher {
  /// The family whose cures want to know which id would do.
  private static final String ABOUT_MODEL_IDS = "F";

  /// The kind that a tell asks for which counts in a text about another service.
  private static final String ELSEWHERE = "elsewhere";

  private static final List<String> VALUES =
      List.of("action", "resource", "principal", "account", "policy", "authorization-id");

  private final List<Entry> entries;
  private final Map<String, Entry> bySlug;
  private final ModelCatalogue models;
  private final Placement placement;

  /// A matcher of these entries.
  public CauseMatcher(List<Entry> entries, ModelCatalogue models) {
    this.entries = List.copyOf(entries);
    this.bySlug = new HashMap<>();
    entries.forEach(entry -> bySlug.put(entry.slug(), entry));
    this.models = models;
    this.placement = new Placement(entries);
  }

  /// The entries that fit, best first, each once.
  public List<Match> match(Reading reading, Circumstances circumstances) {
    var best = new HashMap<String, Match>();
    var scopes = new Scopes(reading, new FactFinder(models, circumstances, reading.places()));
    if (scopes.ofAll().isEmpty()) {
      scopes.ofOthers().forEach(scope -> told(scope).forEach(match -> keepBetter(best, match)));
      return best.values().stream().sorted(CauseMatcher::bestFirst).toList();
    }
    for (var single : scopes.ofSingleErrors()) {
      matches(single.scope(), false).stream()
          .filter(match -> match.because().stream().anyMatch(single.error()::overlaps))
          .forEach(match -> keepBetter(best, match));
    }
    for (var scope : scopes.ofAll()) {
      matches(scope, false).stream()
          .filter(match -> !scopes.settles(match))
          .forEach(match -> keepBetter(best, match));
    }
    if (best.isEmpty()) {
      for (var scope : scopes.ofAll()) {
        matches(scope, true).forEach(match -> keepBetter(best, match));
      }
    }
    if (best.values().stream().noneMatch(match -> match.tell().alone())) {
      new OpenLookAlikes(bySlug, scopes.ofAll())
          .of(List.copyOf(best.values()))
          .forEach(match -> best.putIfAbsent(match.slug(), match));
    }
    return best.values().stream().sorted(CauseMatcher::bestFirst).toList();
  }

  /// `told`, which is nothing or what a wrapper left over, with the cause whose own words are most
  /// like `words`, those of the text, if one is clearly the nearest: as likely, never as certain.
  public List<Match> withKin(
      List<Match> told, Reading reading, List<Signal> words, Circumstances circumstances) {
    var scopes = new Scopes(reading, new FactFinder(models, circumstances, reading.places()));
    var all = new HashMap<String, Match>();
    told.forEach(match -> keepBetter(all, match));
    new Kindred(entries, scopes.ofAll(), placement)
        .of(words, told.isEmpty())
        .ifPresent(match -> keepBetter(all, withValues(match, scopes.ofAll())));
    return all.values().stream().sorted(CauseMatcher::bestFirst).toList();
  }

  private static Match withValues(Match match, List<Scope> scopes) {
    return scopes.isEmpty()
        ? match
        : new Match(
            match.entry(), match.tell(), match.because(), values(scopes.getFirst(), match.entry()));
  }

  /// In plain words: a chain of `Comparator`s costs a start some milliseconds.
  private static int bestFirst(Match one, Match other) {
    var order = one.tell().says().compareTo(other.tell().says());
    if (order == 0) {
      order = Integer.compare(other.tell().points(), one.tell().points());
    }
    if (order == 0) {
      order = Integer.compare(one.because().getFirst().start(), other.because().getFirst().start());
    }
    return order == 0 ? one.slug().compareTo(other.slug()) : order;
  }

  private static void keepBetter(Map<String, Match> best, Match match) {
    best.merge(match.slug(), match, (a, b) -> bestFirst(a, b) <= 0 ? a : b);
  }

  private List<Match> matches(Scope scope, boolean alone) {
    var matches = new ArrayList<Match>();
    if (placement.isElsewhere(scope)) {
      return matches;
    }
    var isUnplaced = placement.isUnplaced(scope);
    for (var entry : entries) {
      for (var tell : entry.tells()) {
        var words = tell.alone() == alone ? scope.meet(tell) : List.<Span>of();
        if (!words.isEmpty()) {
          var told = scope.isStretched(tell) ? weakened(tell) : tell;
          told = isUnplaced ? told.undecided() : told;
          matches.add(new Match(entry, told, words, values(scope, entry)));
        }
      }
    }
    return matches;
  }

  /// What is the same whichever service would have been called, in a scope about another one.
  private List<Match> told(Scope scope) {
    var matches = new ArrayList<Match>();
    for (var entry : entries) {
      for (var tell : entry.tells()) {
        var words = tell.when().containsKey(ELSEWHERE) ? scope.meet(tell) : List.<Span>of();
        if (!words.isEmpty()) {
          matches.add(new Match(entry, tell, words, values(scope, entry)));
        }
      }
    }
    return matches;
  }

  /// A tell by words that may belong to different sentences: it decides nothing.
  private static Tell weakened(Tell tell) {
    var told = tell.undecided();
    return new Tell(told.when(), told.unless(), told.says(), told.points() / 2, told.alone());
  }

  private static Map<String, String> values(Scope scope, Entry entry) {
    var values = new HashMap<String, String>();
    for (var kind : VALUES) {
      scope.first(kind).map(Signal::value).ifPresent(value -> values.put(kind, value));
    }
    scope
        .first("principal")
        .flatMap(signal -> Principals.identity(signal.value()))
        .ifPresent(identity -> values.put("identity", identity));
    scope.first("sent-model").ifPresent(signal -> values.put("model", signal.value()));
    scope.first("called-region").ifPresent(signal -> values.put("region", signal.value()));
    if (entry.cause().family().equals(ABOUT_MODEL_IDS)) {
      for (var kind : List.of("nearest-model", "nearest-route")) {
        scope.first(kind).ifPresent(signal -> values.put(kind, signal.value()));
      }
    }
    return values;
  }
}
