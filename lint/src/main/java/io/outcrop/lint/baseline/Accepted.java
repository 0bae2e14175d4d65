package io.outcrop.lint.baseline;

import io.outcrop.json.Json;
import io.outcrop.json.Position;
import io.outcrop.lint.finding.Finding;
import java.time.LocalDate;

/// One finding that somebody has accepted.
///
/// @param slug which finding
/// @param file in which file, as it is given to the linter
/// @param fingerprint the finding's fingerprint; empty if `pointer` says which it is
/// @param pointer the finding's pointer; empty if `fingerprint` says which it is. The pointer of a
///   finding about the whole document is empty too: then both are
/// @param reason why; never empty
/// @param expires the last day on which it is accepted; [LocalDate#MAX] for no end
/// @param position where the entry stands in its file
public record Accepted(
    String slug,
    String file,
    String fingerprint,
    String pointer,
    String reason,
    LocalDate expires,
    Position position) {

  /// Accepts `finding` in `file` by its fingerprint.
  public static Accepted of(Finding finding, String file, String reason, LocalDate expires) {
    return new Accepted(
        finding.slug(), file, finding.fingerprint(), "", reason, expires, Position.NONE);
  }

  /// Whether it is about `finding` in `in`.
  boolean covers(Finding finding, String in) {
    return slug.equals(finding.slug())
        && file.equals(in)
        && (fingerprint.isEmpty()
            ? pointer.equals(finding.pointer())
            : fingerprint.equals(finding.fingerprint()));
  }

  /// Whether its time is over on `today`.
  boolean isOver(LocalDate today) {
    return today.isAfter(expires);
  }

  Json toJson() {
    var json = Json.object().with("slug", Json.of(slug)).with("file", Json.of(file));
    json =
        fingerprint.isEmpty()
            ? json.with("pointer", Json.of(pointer))
            : json.with("fingerprint", Json.of(fingerprint));
    json = json.with("reason", Json.of(reason));
    return expires.equals(LocalDate.MAX) ? json : json.with("expires", Json.of(expires.toString()));
  }
}
