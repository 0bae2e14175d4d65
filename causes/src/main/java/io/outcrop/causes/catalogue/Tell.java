package io.outcrop.causes.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signals that give a cause away: one of the listed values of every kind has to be there.
///
/// @param when patterns by kind of signal, `*` standing for anything, case making no difference;
///   every kind has to be met by one of its patterns; they are asked in this order; `also` is a
///   second sentence beside the one of `sentence`
/// @param unless patterns by kind, none of which may be met
/// @param says how much it proves
/// @param points rank among tells that prove as much, 0 to 100
/// @param alone whether it counts only where nothing else was told: for what a wrapper left over
public record Tell(
    Map<String, List<String>> when,
    Map<String, List<String>> unless,
    Strength says,
    int points,
    boolean alone) {
  public Tell {
    when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    unless = Collections.unmodifiableMap(new LinkedHashMap<>(unless));
  }

  /// The same tell where it decides nothing: it suggests at most.
  public Tell undecided() {
    return says == Strength.DECIDES
        ? new Tell(when, unless, Strength.SUGGESTS, points, alone)
        : this;
  }

  /// Whether this sentence speaks against the cause.
  boolean isAgainst(String sentence) {
    return unless.getOrDefault("sentence", List.of()).contains(sentence);
  }

  /// How much a tell proves.
  public enum Strength {
    /// Nothing else says this.
    DECIDES("decides"),
    /// Something else could say it, seldom.
    SUGGESTS("suggests"),
    /// Others say it as well.
    ALLOWS("allows");

    private final String id;

    Strength(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }
}
