package io.outcrop.causes.redact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A text without its secrets. Key ids are left as their first four and last four characters.
///
/// @param text what may be printed
/// @param found the kinds of secrets that were in it, in the order of [SecretKind]; key ids are no
///   secrets and not among them
public record Redaction(String text, List<SecretKind> found) {
  public Redaction {
    found = List.copyOf(found);
  }

  /// Takes the secrets out of `text`. Redacting a second time changes nothing.
  public static Redaction of(String text) {
    var current = text;
    Set<SecretKind> found = EnumSet.noneOf(SecretKind.class);
    for (var pattern : SecretPatterns.ALL) {
      var replaced = pattern.replaceIn(current);
      if (!replaced.equals(current)) {
        found.add(pattern.kind());
        current = replaced;
      }
    }
    return new Redaction(SecretPatterns.maskKeyIds(current), List.copyOf(found));
  }
}
