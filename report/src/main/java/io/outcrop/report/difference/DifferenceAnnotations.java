package io.outcrop.report.difference;

import io.outcrop.iam.difference.AccessChange;
import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.difference.AccessChange.Side;
import io.outcrop.iam.difference.PolicyDifference;
import io.outcrop.report.github.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What access changes, where GitHub shows it: at the statement of the new version that decides,
/// else at the file.
public final class DifferenceAnnotations {
  private final ComparedPolicies compared;

  private DifferenceAnnotations(ComparedPolicies compared) {
    this.compared = compared;
  }

  /// A line for each change; nothing if there is none.
  public static String of(ComparedPolicies compared) {
    var annotations = new DifferenceAnnotations(compared);
    return switch (compared.difference()) {
      case PolicyDifference.Equivalent() -> "";
      case PolicyDifference.Changed(var changes, _) ->
          changes.stream().map(annotations::change).collect(Collectors.joining());
      case PolicyDifference.NoDifferenceFound(var tried, var differing) ->
          annotations.line(
              differing,
              "could not find out",
              "the texts differ, but none of %d requests is decided otherwise".formatted(tried));
    };
  }

  private String change(AccessChange change) {
    return line(
        change.causes(),
        change.direction() == Direction.GAINED ? "access gained" : "access lost",
        "%s: `%s` on `%s`"
            .formatted(
                change.words(),
                change.example().request().action(),
                change.example().request().resource()));
  }

  private String line(List<Cause> causes, String title, String message) {
    Optional<Cause> now = causes.stream().filter(cause -> cause.side() == Side.NEW).findFirst();
    var position = now.map(cause -> cause.statement().position());
    return new Annotation(
            Annotation.Level.WARNING,
            now.map(compared::file).orElse(compared.after().getFirst()),
            position.map(place -> place.line()).orElse(0),
            position.map(place -> place.column()).orElse(0),
            title,
            message)
        .toString();
  }
}
