package io.outcrop.access.judgement;

import io.outcrop.access.prediction.Refusal;
import io.outcrop.access.prediction.Refusal.Ground;
import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.catalogue.Cause;
import java.util.List;
import java.util.function.Predicate;

/// Which predicted refusal AWS's answer is. A denial names its resource, which tells denials of one
/// kind apart; any other answer is first of all what its words name best.
final class Fitting {
  private Fitting() {}

  /// The place in `ahead` of the refusal that `diagnoses` of `message` mean; -1 if there is none.
  static int place(List<Refusal> ahead, List<Diagnosis> diagnoses, String message) {
    if (diagnoses.isEmpty()) {
      return -1;
    }
    var best = diagnoses.getFirst().cause();
    var exact =
        first(
            ahead,
            Gates.denialShape(best.slug()).isEmpty()
                ? one -> one.slug().equals(best.slug())
                : one -> Gates.sameKind(best.slug(), one.slug()) && isOn(one, message));
    return exact >= 0 ? exact : first(ahead, one -> couldBe(one, diagnoses, best));
  }

  private static int first(List<Refusal> ahead, Predicate<Refusal> wanted) {
    for (var i = 0; i < ahead.size(); i++) {
      if (wanted.test(ahead.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOn(Refusal refusal, String message) {
    return refusal.ground() instanceof Ground.Denied(var denials)
        && denials.stream()
            .anyMatch(
                denial -> message.contains(" on resource: " + denial.need().resource() + " "));
  }

  /// Whether the words allow it, if not as their best reading: a reading that is worse than the
  /// best counts only if it is as sure.
  private static boolean couldBe(Refusal refusal, List<Diagnosis> diagnoses, Cause best) {
    var sure = diagnoses.getFirst().confidence();
    return Gates.sameKind(best.slug(), refusal.slug())
        || diagnoses.stream()
            .filter(one -> one.confidence() == sure)
            .anyMatch(one -> one.cause().slug().equals(refusal.slug()))
        || (best.lookAlikes().contains(refusal.slug()) && Gates.of(best) == refusal.gate());
  }
}
