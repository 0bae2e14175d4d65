package io.outcrop.access.cure;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Denial;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.call.Sts.Identity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue's own cures with what is known put into their commands. They change nothing by
/// themselves.
final class CatalogueCures {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> told;

  /// @param told what AWS's own words say besides, by the cause that they tell
  CatalogueCures(
      Observations seen, Optional<Prediction> prediction, Map<String, Map<String, String>> told) {
    this.told = told;
    values.put("region", seen.asked().region().value());
    values.put("model", seen.asked().model().value());
    prediction.flatMap(one -> one.called().wanted()).ifPresent(r -> values.put("model", r.id()));
    seen.identity()
        .seen()
        .ifPresent((Identity identity) -> {
          values.put("account", identity.account());
          values.put("principal", identity.arn());
        });
  }

  List<Cure> of(Cause cause) {
    return of(cause, List.of());
  }

  /// @param denials what is denied; none if that is not known
  List<Cure> of(Cause cause, List<Denial> denials) {
    var known = new LinkedHashMap<>(told.getOrDefault(cause.slug(), Map.of()));
    known.putAll(values);
    denials.stream()
        .findFirst()
        .map(Denial::need)
        .ifPresent(need -> {
          known.put("action", need.action());
          known.put("resource", need.resource());
        });
    return cause.cures().stream()
        .map(cure ->
            new Cure(
                cure.applicability() == Applicability.AUTOMATIC ? who(cause) : cure.applicability(),
                filled(cure.title(), known),
                List.of(),
                cure.commands().stream().map(command -> filled(command, known)).toList(),
                cure.undo().isEmpty() ? "nothing to undo" : "to undo: " + cure.undo()))
        .toList();
  }

  /// An automatic cure for which nothing could be prepared here is somebody's work after all.
  private static Applicability who(Cause cause) {
    return cause.who().equals("caller") ? Applicability.NEEDS_VALUES : Applicability.SOMEONE_ELSE;
  }

  private static String filled(String text, Map<String, String> known) {
    var filled = text;
    for (var value : known.entrySet()) {
      if (!value.getValue().isEmpty()) {
        filled = filled.replace("${" + value.getKey() + "}", value.getValue());
      }
    }
    return filled.replaceAll("\\$\\{([a-z]+)\\}", "<$1>");
  }
}
