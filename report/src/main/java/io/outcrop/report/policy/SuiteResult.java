package io.outcrop.report.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a suite of cases went.
///
/// @param total all cases together
/// @param skippedByTag how many cases the engine does not answer, by the tag that says why
/// @param byTag the cases that bear a tag; a case with several tags counts under each
/// @param disagreements the cases whose answer is another one, in order
public record SuiteResult(
    Count total,
    Map<String, Integer> skippedByTag,
    Map<String, Count> byTag,
    List<Disagreement> disagreements) {
  public SuiteResult {
    skippedByTag = Collections.unmodifiableMap(new TreeMap<>(skippedByTag));
    byTag = Collections.unmodifiableMap(new TreeMap<>(byTag));
    disagreements = List.copyOf(disagreements);
  }

  /// How some cases went.
  public record Count(int cases, int agree, int disagree, int skipped) {
    /// No cases.
    public static final Count NONE = new Count(0, 0, 0, 0);

    /// Both together.
    public Count plus(Count other) {
      return new Count(
          cases + other.cases,
          agree + other.agree,
          disagree + other.disagree,
          skipped + other.skipped);
    }
  }

  /// A case whose answer is another one.
  ///
  /// @param file where the case stands; empty for standard input
  /// @param line where in it
  /// @param got what the engine says; like `want` only as far as the two differ
  /// @param allowed whether one of its tags was allowed to disagree
  public record Disagreement(
      String file, int line, String id, String name, String got, String want, boolean allowed) {}

  /// Whether a case disagrees that was not allowed to.
  public boolean failed() {
    return disagreements.stream().anyMatch(one -> !one.allowed());
  }
}
