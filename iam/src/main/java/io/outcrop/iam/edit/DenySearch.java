package io.outcrop.iam.edit;

import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for the smallest change that denies a request: taken out of the one document that allows
/// it, or denied by a statement of its own.
final class DenySearch {
  private static final List<LayerName> ORDER =
      List.of(
          LayerName.IDENTITY,
          LayerName.RESOURCE,
          LayerName.SESSION,
          LayerName.BOUNDARY,
          LayerName.SCP,
          LayerName.ENDPOINT,
          LayerName.RCP);

  private final Question question;
  private final Vocabulary vocabulary;
  private final List<Draft> exact = new ArrayList<>();
  private final List<Draft> loose = new ArrayList<>();
  private int tried;

  DenySearch(Question question) {
    this.question = question;
    this.vocabulary = question.vocabulary();
  }

  EditAnswer answer() {
    var decision = question.decide(question.layers());
    if (decision.isDenied()) {
      return new EditAnswer.AlreadyDenied(decision);
    }
    var allows = new Lifting(question, decision);
    var whole = Point.whole(question.request(), allows.vocabulary());
    var all = Point.brought(question.request(), vocabulary);
    var trial = new Trial(question, allows.keys());
    if (decision.isAllowed() && allows.documents() == 1) {
      for (var point : List.of(whole, all)) {
        allows.lift(point, new ArrayList<>()).ifPresent(draft -> judge(draft, trial));
      }
    }
    var plain = new Trial(question, Set.of());
    for (var layer : ORDER) {
      if (Grant.reaches(layer, question.request().principal()) && !isOwnedAndExact()) {
        for (var point : List.of(all.bare(), all)) {
          new Grant(layer, 0, "Deny")
              .add(Draft.of(question.layers()), point)
              .ifPresent(draft -> judge(draft, plain));
        }
      }
    }
    return best(plain);
  }

  private boolean isOwnedAndExact() {
    return exact.stream().anyMatch(draft -> !isForeign(draft) && draft.operations() == 1);
  }

  private void judge(Draft draft, Trial trial) {
    if (!question.decide(draft.layers()).isDenied()) {
      return;
    }
    var result = trial.isExact(draft);
    if (result.isExact() && !draft.cutsWide()) {
      tried = Math.max(tried, result.tried());
      exact.add(draft);
    } else {
      loose.add(draft);
    }
  }

  private EditAnswer best(Trial trial) {
    Optional<Draft> best =
        exact.stream()
            .min(
                Comparator.<Draft, Boolean>comparing(this::isForeign)
                    .thenComparingInt(Draft::operations)
                    .thenComparingInt(Draft::length));
    if (best.isEmpty()) {
      return new EditAnswer.NotFound(
          loose.isEmpty()
              ? "no policy that can be changed denies this request"
              : "no change of one policy denies this request and nothing else",
          trial.closest(loose));
    }
    var edit = best.get().edits().getFirst();
    return question.owns(edit.layer())
        ? new EditAnswer.Found(List.of(edit), tried)
        : new EditAnswer.SomeoneElse(
            List.of(new Ask(Words.whoOwns(edit.layer(), edit.target(), question), edit)),
            List.of(),
            tried);
  }

  private boolean isForeign(Draft draft) {
    return draft.changes().keySet().stream().anyMatch(place -> !question.owns(place.layer()));
  }
}
