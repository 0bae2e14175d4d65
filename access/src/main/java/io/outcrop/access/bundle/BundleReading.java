package io.outcrop.access.bundle;

import io.outcrop.access.evidence.Observations;
import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading evidence.
public sealed interface BundleReading {
  /// It was read.
  ///
  /// @param cells what each examination saw, in order; at least one
  /// @param masked whether names were hidden in it
  /// @param world the sandbox's world that answered; empty for AWS
  record Read(List<Observations> cells, boolean masked, String world) implements BundleReading {
    public Read {
      cells = List.copyOf(cells);
    }
  }

  /// It is no evidence, or of a later version.
  ///
  /// @param problems what is wrong, with places; at least one
  record Rejected(List<Problem> problems) implements BundleReading {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
