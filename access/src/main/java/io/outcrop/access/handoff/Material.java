package io.outcrop.access.handoff;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;
import java.util.Optional;

/// What a hand-off is made of.
///
/// @param seen what was seen
/// @param prediction what follows from it; none if the call itself is not known
/// @param examination what it was judged to be
/// @param plan what would cure it
/// @param style how requests to the model are written
public record Material(
    Observations seen,
    Optional<Prediction> prediction,
    Examination examination,
    Plan plan,
    RequestStyle style) {
  /// The causes that were found, the root first.
  List<String> slugs() {
    return examination.findings().stream().map(one -> one.cause().slug()).toList();
  }
}
