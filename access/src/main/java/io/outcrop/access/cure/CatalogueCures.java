package io.outcrop.access.cure;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Cure;
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

  CatalogueCures(Observations seen, Optional<Prediction> prediction) {
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
    return cause.cures().stream()
        .map(cure ->
            new Cure(
                cure.applicability() == Applicability.AUTOMATIC ? who(cause) : cure.applicability(),
                filled(cure.title()),
                List.of(),
                cure.commands().stream().map(this::filled).toList(),
                cure.undo().isEmpty() ? "nothing to undo" : "to undo: " + cure.undo()))
        .toList();
  }

  /// An automatic cure for which nothing could be prepared here is somebody's work after all.
  private static Applicability who(Cause cause) {
    return cause.who().equals("caller") ? Applicability.NEEDS_VALUES : Applicability.SOMEONE_ELSE;
  }

  private String filled(String text) {
    var filled = text;
    for (var value : values.entrySet()) {
      if (!value.getValue().isEmpty()) {
        filled = filled.replace("${" + value.getKey() + "}", value.getValue());
      }
    }
    return filled.replaceAll("\\$\\{([a-z]+)\\}", "<$1>");
  }
}
