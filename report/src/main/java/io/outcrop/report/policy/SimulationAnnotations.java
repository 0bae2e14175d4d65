package io.outcrop.report.policy;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.report.github.Annotation;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.policy.Simulation.Verdict;
import java.util.stream.Collectors;

/// What is not allowed, where GitHub shows it: at the statement that denies, else at a file of the
/// layer in which nothing allows.
public final class SimulationAnnotations {
  private final Whereabouts whereabouts;
  private final PolicyWords words;

  private SimulationAnnotations(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
    this.words = new PolicyWords(whereabouts);
  }

  /// One line or more for each request that is not allowed; nothing if all are.
  public static String of(Simulation simulation) {
    var annotations = new SimulationAnnotations(simulation.whereabouts());
    return simulation.rulings().stream()
        .filter(ruling -> ruling.verdict() != Verdict.ALLOWED)
        .map(annotations::of)
        .collect(Collectors.joining());
  }

  private String of(Ruling ruling) {
    return switch (ruling.decision().outcome()) {
      case ALLOWED -> "";
      case EXPLICITLY_DENIED ->
          ruling.decision().decidedBy().stream()
              .map(ref -> denied(ruling, ref))
              .collect(Collectors.joining());
      case IMPLICITLY_DENIED ->
          ruling.decision().blockedBy().stream()
              .map(layer -> silent(ruling, layer))
              .collect(Collectors.joining());
      case DEPENDS_ON_UNKNOWN ->
          new Annotation(
                  Annotation.Level.WARNING,
                  "",
                  0,
                  0,
                  "undecided",
                  sentence(ruling) + ": " + String.join("; ", ruling.decision().unknown()))
              .toString();
    };
  }

  private String denied(Ruling ruling, StatementRef ref) {
    var position = ref.statement().position();
    return new Annotation(
            Annotation.Level.ERROR,
            whereabouts.file(ref).orElse(""),
            position.line(),
            position.column(),
            "explicitly denied",
            sentence(ruling) + " by " + words.statement(ref))
        .toString();
  }

  private String silent(Ruling ruling, LayerName layer) {
    return new Annotation(
            Annotation.Level.ERROR,
            whereabouts.files(layer).stream().findFirst().orElse(""),
            0,
            0,
            "implicitly denied",
            sentence(ruling) + ": " + PolicyWords.nothingAllows(layer))
        .toString();
  }

  private static String sentence(Ruling ruling) {
    return PolicyWords.request(ruling) + " is " + PolicyWords.outcome(ruling.decision().outcome());
  }
}
