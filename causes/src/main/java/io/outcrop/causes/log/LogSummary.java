package io.outcrop.causes.log;

import java.util.List;

/// What a log holds.
///
/// @param records how many events or entries were read
/// @param failures how many of them tell of a failure
/// @param groups the failures whose cause was found, the most frequent first
/// @param eventsOnly whether nothing but events stands in the text: then it is no text of its own
public record LogSummary(int records, int failures, List<FailureGroup> groups, boolean eventsOnly) {
  /// The text is no log.
  public static final LogSummary NONE = new LogSummary(0, 0, List.of(), false);

  public LogSummary {
    groups = List.copyOf(groups);
  }

  /// Whether the text is a log.
  public boolean isLog() {
    return records > 0;
  }
}
