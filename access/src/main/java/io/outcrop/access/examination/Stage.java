package io.outcrop.access.examination;

import java.util.List;

/// One stage of an examination, and how it went.
///
/// @param name `environment`, `reach`, `identity`, `model`, `account`, `permissions`, `quota`,
///   `calls`
/// @param outcome how it went
/// @param why in words: what was seen, or why it could not be looked at
public record Stage(String name, Outcome outcome, String why) {
  /// Every stage, in order.
  public static final List<String> NAMES =
      List.of(
          "environment", "reach", "identity", "model", "account", "permissions", "quota", "calls");

  /// How a stage went.
  public enum Outcome {
    SUCCEEDED("succeeded"),
    REFUSED("refused"),
    UNREACHABLE("unreachable"),
    NOT_PERMITTED("not-permitted"),
    SKIPPED("skipped"),
    CRASHED("crashed");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }
}
