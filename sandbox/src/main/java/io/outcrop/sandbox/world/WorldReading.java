package io.outcrop.sandbox.world;

import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading a world.
public sealed interface WorldReading {
  /// It is one.
  record Read(World world) implements WorldReading {}

  /// It is not; every problem found. Never empty.
  record Malformed(List<Problem> problems) implements WorldReading {
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
