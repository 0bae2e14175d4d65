package io.outcrop.access.handoff;

import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.prediction.Calling;
import io.outcrop.access.prediction.Prediction;
import io.outcrop.models.catalogue.Model.RequestStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_.:/@+-]+");

  /// The call that was asked about; none if it is not known over which route the model answers, or
  /// if what was given for a model is nothing that a script should hold.
  Optional<AskedCall> asked() {
    var calling = Calling.of(seen);
    return prediction
        .flatMap(one -> calling.wanted(one.called()))
        .filter(route -> PLAIN_WORD.matcher(route.id() + route.region()).matches())
        .filter(_ ->
            calling.guardrail().stream()
                .allMatch(named -> PLAIN_WORD.matcher(named.toString()).matches()))
        .map(route -> new AskedCall(calling, route, Caller.of(seen).account()));
  }

  /// The causes that were found, the root first.
  List<String> slugs() {
    return examination.findings().stream().map(one -> one.cause().slug()).toList();
  }
}
