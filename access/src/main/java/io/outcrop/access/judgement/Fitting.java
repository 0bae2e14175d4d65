package io.outcrop.access.judgement;

import io.outcrop.access.prediction.Refusal;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.causes.Diagnosis;
import java.util.List;
import java.util.function.Predicate;

/// Which predicted refusal AWS's answer is. A denial names its resource, which tells denials of one
/// kind apart; any other answer is first of all what its words name best.
final class Fitting {
  private final List<Diagnosis> diagnoses;
  private final String message;

  /// @param diagnoses what the words of `message` tell, best first
  Fitting(List<Diagnosis> diagnoses, String message) {
    this.diagnoses = diagnoses;
    this.message = message;
  }

  /// The place in `ahead` of the refusal that is meant; -1 if there is none.
  int place(List<Refusal> ahead) {
    var exact = exact(ahead);
    return exact >= 0 ? exact : loose(ahead);
  }

  /// The place of the one that the words mean first, on the resource that they name.
  int exact(List<Refusal> ahead) {
    if (diagnoses.isEmpty()) {
      return -1;
    }
    var best = diagnoses.getFirst().cause().slug();
    return first(
        ahead,
        Gates.denialShape(best).isEmpty()
            ? one -> one.slug().equals(best)
            : one -> Gates.sameKind(best, one.slug()) && isOn(one));
  }

  /// The place of the first that the words could mean at all.
  int loose(List<Refusal> ahead) {
    return diagnoses.isEmpty() ? -1 : first(ahead, this::couldBe);
  }

  private static int first(List<Refusal> ahead, Predicate<Refusal> wanted) {
    for (var i = 0; i < ahead.size(); i++) {
      if (wanted.test(ahead.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOn(Refusal refusal) {
    return refusal.ground() instanceof Ground.Denied(var denials)
        && denials.stream()
            .anyMatch(
                denial -> message.contains(" on resource: " + denial.need().resource() + " "));
  }

  /// Whether the words allow it, if not as their best reading: a reading that is worse than the
  /// best counts only if it is as sure.
  private boolean couldBe(Refusal refusal) {
    var best = diagnoses.getFirst().cause();
    var sure = diagnoses.getFirst().confidence();
    if (Gates.differ(best.slug(), refusal.slug())) {
      return false;
    }
    return Gates.sameKind(best.slug(), refusal.slug())
        || diagnoses.stream()
            .filter(one -> one.confidence() == sure)
            .anyMatch(one -> one.cause().slug().equals(refusal.slug()))
        || (best.lookAlikes().contains(refusal.slug()) && Gates.of(best) == refusal.gate());
  }
}
