package io.outcrop.cloud.key;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The ends of credentials as programs write them.
public final class Instants {
  private Instants() {}

  /// `2026-11-20T12:00:00Z`, `…+00:00`, `…UTC`, `2026-11-20 12:00:00` (taken as UTC); empty for
  /// anything else.
  public static Optional<Instant> read(String text) {
    var iso = text.strip().replace("UTC", "Z").replace(' ', 'T');
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException _) {
      return readLocal(iso);
    }
  }

  private static Optional<Instant> readLocal(String iso) {
    try {
      return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
