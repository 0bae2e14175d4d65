package io.outcrop.cloud.credentials;

import java.util.List;

/// One source of credentials, and what came of it.
///
/// @param name `environment`, `.env`, `profile default in ~/.aws/credentials:4`, `container role`
/// @param outcome what came of it
/// @param why in words, for a person
/// @param trouble what is wrong with it
/// @param help what to do about that: commands, and lines to edit as comments; may be empty
public record SourceTried(
    String name, Outcome outcome, String why, Trouble trouble, List<String> help) {
  public SourceTried {
    help = List.copyOf(help);
  }

  /// One with which nothing is wrong.
  public SourceTried(String name, Outcome outcome, String why) {
    this(name, outcome, why, Trouble.NONE, List.of());
  }

  /// What came of one source.
  public enum Outcome {
    /// Its credentials are used.
    WINS,
    /// It has credentials, but an earlier source wins.
    SHADOWED,
    /// It has none.
    EMPTY,
    /// It has half of them, or they cannot be read.
    BROKEN,
    /// It was not asked.
    SKIPPED
  }
}
