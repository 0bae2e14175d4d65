package io.outcrop.access;

import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.judgement.Judge;
import io.outcrop.access.probe.Probes;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.models.ModelCatalogue;

/// Examines why a principal cannot call a model. It changes nothing. Safe for many threads.
///
/// Probes look first; then, without network, the judgement follows from what they saw alone.
public final class Doctor {
  private final Probes probes;
  private final Judge judge;

  /// A doctor who knows these causes and models.
  public Doctor(CauseCatalogue causes, ModelCatalogue models) {
    this.probes = new Probes(models);
    this.judge = new Judge(causes, models);
  }

  /// Examines `request`; takes at most the request's time, and a moment to judge.
  public Examination examine(ExaminationRequest request) {
    return judge.judge(probes.look(request));
  }
}
