package io.outcrop.access.prediction;

import io.outcrop.access.evidence.AppliedQuota;
import io.outcrop.access.examination.Evidence;
import io.outcrop.models.Resolution;
import java.util.List;

/// A refusal that lies ahead of a call.
///
/// @param gate the check that refuses
/// @param slug the cause
/// @param streamingOnly whether the plain call would get through here
/// @param onCorrectedRoute whether it shows only once another model id is called
/// @param sentence what is wrong, one sentence
/// @param evidence what it rests on; never empty
/// @param ground what a cure has to know of it
public record Refusal(
    Gate gate,
    String slug,
    boolean streamingOnly,
    boolean onCorrectedRoute,
    String sentence,
    List<Evidence> evidence,
    Ground ground) {
  public Refusal {
    evidence = List.copyOf(evidence);
  }

  /// What a cure has to know of a refusal.
  public sealed interface Ground {
    /// The cause says it all.
    record Plain() implements Ground {}

    /// IAM does not give these.
    record Denied(List<Denial> denials) implements Ground {
      public Denied {
        denials = List.copyOf(denials);
      }
    }

    /// These quotas are zero or tiny.
    record Limited(List<AppliedQuota> quotas) implements Ground {
      public Limited {
        quotas = List.copyOf(quotas);
      }
    }

    /// These quotas, the least first, are less than the caller's own body counts for when it
    /// begins.
    record Exceeded(List<AppliedQuota> quotas) implements Ground {
      public Exceeded {
        quotas = List.copyOf(quotas);
      }
    }

    /// The model id does not lead to a model that answers.
    record Misnamed(Resolution resolution) implements Ground {}
  }

  static Refusal plain(Gate gate, String slug, String sentence, Evidence evidence) {
    return new Refusal(gate, slug, false, false, sentence, List.of(evidence), new Ground.Plain());
  }

  Refusal afterCorrection() {
    return new Refusal(gate, slug, streamingOnly, true, sentence, evidence, ground);
  }
}
