package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.cloud.inspection.Hint;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hints that are no findings.
final class Notes {
  private final Set<String> notes = new LinkedHashSet<>();

  Notes(Observations seen, Optional<Prediction> prediction) {
    seen.sources().hints().stream().map(Hint::text).forEach(notes::add);
    if (seen.asked().probing() == Probing.NONE) {
      notes.add("no call to the model was made: the verdict rests on prediction");
    }
    if (seen.asked().probing() != Probing.PAID && !seen.asked().body().isEmpty()) {
      notes.add(
          "the body that `--request` names was not sent, and only what can be told of it without a"
              + " call was judged: `--probe paid` sends it");
    }
    if (!seen.asked().scope().role().isEmpty()
        && seen.plain() instanceof Observation.Skipped<String>(var why)) {
      notes.add(why);
    }
    if (seen.asked().scope().isPartial()) {
      notes.add(
          "only %s was looked at".formatted(String.join(", ", seen.asked().scope().stages())));
    }
    prediction.ifPresent(one -> prediction(one, seen));
  }

  private void prediction(Prediction prediction, Observations seen) {
    if (prediction.called().resolution() instanceof Resolution.Found found
        && found.stage() == Lifecycle.Stage.LEGACY) {
      notes.add(legacy(found.model(), seen.asked().region().value()));
    }
    var none =
        seen.account().availability().seen().stream()
            .anyMatch(one -> one.agreement().equals("NOT_AVAILABLE"));
    if (none) {
      notes.add(
          "the account has no agreement for this model yet: the first real call by someone who may"
              + " subscribe makes one, and use is billed from then on");
    }
    if (seen.asked().probing() == Probing.NONE) {
      prediction.unknown().forEach(one -> notes.add("not seen: " + one));
    }
  }

  private static String legacy(Model model, String region) {
    var end = model.in(region).flatMap(one -> one.lifecycle().end());
    return "`%s` is legacy%s: plan the move to another model"
        .formatted(model.id(), end.map(at -> " and ends on " + day(at)).orElse(""));
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  void addAll(List<String> more) {
    notes.addAll(more);
  }

  /// What is known although nothing could be reached.
  void wouldBreak(List<Lead> leads) {
    for (var lead : leads) {
      notes.add("once AWS can be reached: " + lead.sentence() + " [" + lead.slug() + "]");
    }
  }

  List<String> all() {
    return new ArrayList<>(notes);
  }
}
