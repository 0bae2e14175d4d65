package io.outcrop.access.cure;

import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.Cure;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.inspection.Hint;
import java.util.ArrayList;
import java.util.List;

/// Cures on the client side that a person has to do: commands to type, lines to edit, each with its
/// file and line.
final class ClientCures {
  private final Sources sources;

  ClientCures(Sources sources) {
    this.sources = sources;
  }

  /// What mends the source that is there and cannot be used.
  List<Cure> source(String title, String effect) {
    return sources.tried().stream()
        .filter(source -> source.outcome() == SourceTried.Outcome.BROKEN)
        .filter(source -> !source.help().isEmpty())
        .findFirst()
        .map(source -> cure(title + " (" + source.name() + ")", source.help(), effect))
        .stream()
        .toList();
  }

  /// What mends what the first hint of these kinds is about.
  List<Cure> hint(String title, String effect, Hint.Kind... kinds) {
    var cures = new ArrayList<Cure>();
    for (var kind : kinds) {
      sources.hints().stream()
          .filter(hint -> hint.kind() == kind && !hint.help().isEmpty())
          .filter(hint -> !isOfAnotherSource(hint))
          .map(hint -> cure(title + whence(hint), hint.help(), effect))
          .forEach(cures::add);
    }
    return cures.stream().limit(1).toList();
  }

  /// Whether it speaks of keys that do not sign.
  private boolean isOfAnotherSource(Hint hint) {
    return sources.tried().stream()
        .filter(source -> source.outcome() != SourceTried.Outcome.WINS)
        .anyMatch(source -> source.name().equals(hint.place()));
  }

  private static String whence(Hint hint) {
    return hint.place().isEmpty() ? "" : " (" + hint.place() + ")";
  }

  private static Cure cure(String title, List<String> help, String effect) {
    return new Cure(Applicability.NEEDS_VALUES, title, List.of(), help, effect);
  }
}
