package io.outcrop.access.judgement;

import io.outcrop.access.examination.Evidence;
import io.outcrop.access.prediction.Refusal;
import io.outcrop.causes.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A finding before its cures are known.
///
/// @param slug the cause
/// @param refusal the prediction behind it; none if only AWS's words tell of it
record Lead(
    String slug,
    Confidence confidence,
    String sentence,
    List<Evidence> evidence,
    Optional<Refusal> refusal) {
  Lead {
    evidence = List.copyOf(evidence);
  }

  static Lead predicted(Refusal refusal) {
    return new Lead(
        refusal.slug(),
        Confidence.LIKELY,
        refusal.sentence(),
        refusal.evidence(),
        Optional.of(refusal));
  }

  /// What was predicted was also answered: it is proved.
  static Lead proved(Refusal refusal, Evidence observed) {
    return predicted(refusal).with(Confidence.CERTAIN, observed);
  }

  Lead with(Confidence sure, Evidence observed) {
    var all = new ArrayList<Evidence>();
    all.add(observed);
    all.addAll(evidence);
    return new Lead(slug, sure, sentence, all, refusal);
  }
}
