package io.outcrop.causes.catalogue;

import io.outcrop.json.Problem;
import java.util.List;

/// What came of reading an entry's file.
public sealed interface EntryReading {
  /// The file is an entry.
  record Read(Entry entry) implements EntryReading {}

  /// The file is not an entry.
  ///
  /// @param problems what is wrong; never empty
  record Malformed(List<Problem> problems) implements EntryReading {
    public Malformed {
      problems = List.copyOf(problems);
    }
  }
}
