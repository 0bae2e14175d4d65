package io.outcrop.access.judgement;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the catalogue of models knows of a model that AWS does not open to every account: evidence
/// where AWS refuses it for want of access, and a note where nobody has been refused.
///
/// @param known the fact; none where the model is open to all
record Restriction(List<Evidence> known) {
  private static final Set<String> CONCERNED =
      Set.of("model-restricted-for-account", "model-access-not-enabled");

  Restriction {
    known = List.copyOf(known);
  }

  static Restriction of(Optional<Prediction> prediction) {
    return new Restriction(prediction.map(Prediction::restriction).orElse(List.of()));
  }

  /// `leads` with the fact beside what AWS said.
  List<Lead> beside(List<Lead> leads) {
    return leads.stream().map(this::beside).toList();
  }

  private Lead beside(Lead lead) {
    if (!CONCERNED.contains(lead.slug()) || lead.evidence().containsAll(known)) {
      return lead;
    }
    var evidence = new ArrayList<>(lead.evidence());
    evidence.addAll(known);
    return new Lead(lead.slug(), lead.confidence(), lead.sentence(), evidence, lead.refusal());
  }

  /// The fact where neither a refusal nor an answer settles whether the account is one of those.
  List<String> notes(Observations seen, List<Lead> leads) {
    var answered =
        seen.asked().probing() == Probing.PAID && seen.plain() instanceof Observation.Succeeded;
    return answered || leads.stream().map(Lead::slug).anyMatch(CONCERNED::contains)
        ? List.of()
        : known.stream()
            .map(fact ->
                "%s (%s): whether this account is one of them, `--probe paid` tells"
                    .formatted(fact.text(), fact.source()))
            .toList();
  }
}
