package io.outcrop.causes.match;

import io.outcrop.causes.catalogue.Tell;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Signals that may be told together: all of a text, or those of one refusal with what stands
/// around it.
final class Scope {
  private final Map<String, List<Signal>> byKind = new LinkedHashMap<>();
  private final Map<String, Consumer<Scope>> later = new HashMap<>();

  Scope(List<Signal> signals) {
    signals.forEach(this::add);
  }

  void add(Signal signal) {
    byKind.computeIfAbsent(signal.kind(), _ -> new ArrayList<>()).add(signal);
  }

  /// What follows from `basis`, or from no words at all.
  void add(String kind, String value, Span basis) {
    add(new Signal(kind, value, basis));
  }

  /// Lets `work` add the signals of these kinds, once one of them is asked for.
  void addLater(List<String> kinds, Consumer<Scope> work) {
    kinds.forEach(kind -> later.put(kind, work));
  }

  /// All signals of a kind. `also` asks for a second sentence beside the one that `sentence` does.
  List<Signal> all(String asked) {
    var kind = asked.equals("also") ? "sentence" : asked;
    var work = later.remove(kind);
    if (work != null) {
      later.values().removeIf(work::equals);
      work.accept(this);
    }
    return byKind.getOrDefault(kind, List.of());
  }

  /// The first signal of this kind.
  Optional<Signal> first(String kind) {
    return all(kind).stream().findFirst();
  }

  /// The words that meet `tell`, in the order of the text; none if it is not met.
  List<Span> meet(Tell tell) {
    var words = new ArrayList<Span>();
    for (var wanted : tell.when().entrySet()) {
      var met = find(wanted.getKey(), wanted.getValue());
      if (met.isEmpty()) {
        return List.of();
      }
      if (!met.get().span().isEmpty()) {
        words.add(met.get().span());
      }
    }
    return excludes(tell) ? List.of() : inOrder(words);
  }

  /// Whether a sentence that meets `tell` is one whose parts stand far apart.
  boolean isStretched(Tell tell) {
    return find("sentence", tell.when().getOrDefault("sentence", List.of())).stream()
        .anyMatch(sentence -> find("stretched", List.of(sentence.value())).isPresent());
  }

  /// Whether it is about something else altogether.
  boolean isElsewhere() {
    return !all("elsewhere").isEmpty();
  }

  /// Whether something is there that `tell` forbids.
  boolean excludes(Tell tell) {
    return tell.unless().entrySet().stream()
        .anyMatch(excluded -> find(excluded.getKey(), excluded.getValue()).isPresent());
  }

  private static List<Span> inOrder(List<Span> words) {
    return words.stream().distinct().sorted(Scope::inOrder).toList();
  }

  private static int inOrder(Span one, Span other) {
    return Integer.compare(one.start(), other.start());
  }

  /// The first signal of this kind that meets one of `patterns`.
  Optional<Signal> find(String kind, List<String> patterns) {
    for (var signal : all(kind)) {
      if (patterns.stream().anyMatch(pattern -> Globs.matches(pattern, signal.value()))) {
        return Optional.of(signal);
      }
    }
    return Optional.empty();
  }
}
