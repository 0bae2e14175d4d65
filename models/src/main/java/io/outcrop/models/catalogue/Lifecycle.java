package io.outcrop.models.catalogue;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The dates of a model in one region. Source: Amazon Bedrock User Guide, "Model lifecycle".
public final class Lifecycle {
  private final @Nullable Instant start;
  private final @Nullable Instant legacy;
  private final @Nullable Instant end;

  /// Dates, each of which may be unknown.
  public Lifecycle(@Nullable Instant start, @Nullable Instant legacy, @Nullable Instant end) {
    this.start = start;
    this.legacy = legacy;
    this.end = end;
  }

  /// When it appeared.
  public Optional<Instant> start() {
    return Optional.ofNullable(start);
  }

  /// When it became legacy.
  public Optional<Instant> legacy() {
    return Optional.ofNullable(legacy);
  }

  /// When its life ends or ended.
  public Optional<Instant> end() {
    return Optional.ofNullable(end);
  }

  /// Where in its life the model is at `at`.
  public Stage stage(Instant at) {
    if (end != null && !at.isBefore(end)) {
      return Stage.ENDED;
    }
    if (start != null && at.isBefore(start)) {
      return Stage.NOT_YET;
    }
    return legacy != null && !at.isBefore(legacy) ? Stage.LEGACY : Stage.ACTIVE;
  }

  /// A stage of a model's life.
  public enum Stage {
    NOT_YET,
    ACTIVE,
    LEGACY,
    ENDED
  }
}
