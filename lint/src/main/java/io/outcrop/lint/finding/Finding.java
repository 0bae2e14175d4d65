package io.outcrop.lint.finding;

import io.outcrop.json.Position;
import java.util.List;

/// One thing that is wrong with one policy.
///
/// @param type what kind of finding it is
/// @param message one line, in the house's style, without the slug
/// @param help what to do; empty if the message says it all
/// @param pointer the place in the document, as a JSON pointer; empty for the whole document
/// @param position the place in the text
/// @param fingerprint the same after reformatting and reordering the document
/// @param fixes none, or one that makes the finding go away
public record Finding(
    FindingType type,
    String message,
    String help,
    String pointer,
    Position position,
    String fingerprint,
    List<Fix> fixes) {
  public Finding {
    fixes = List.copyOf(fixes);
  }

  /// The permanent name of its type.
  public String slug() {
    return type.slug();
  }

  /// How bad it is.
  public Severity severity() {
    return type.severity();
  }
}
