package io.outcrop.cloud.credentials;

/// One source of credentials, and what came of it.
///
/// @param name `environment`, `.env`, `profile default in ~/.aws/credentials`, `container role`
/// @param outcome what came of it
/// @param why in words, for a person
public record SourceTried(String name, Outcome outcome, String why) {
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
