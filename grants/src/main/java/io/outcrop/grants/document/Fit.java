package io.outcrop.grants.document;

import java.util.List;

/// Whether documents fit where they are to go.
public sealed interface Fit {
  /// They do.
  record Fits() implements Fit {}

  /// The inline policies of a holder may not be that long together.
  ///
  /// @param characters of all documents
  /// @param most of all inline policies of the holder, those that it has already included
  record TooLong(int characters, int most) implements Fit {}

  /// That many managed policies cannot be attached.
  ///
  /// @param documents how many there are
  /// @param most how many a holder takes, unless a higher quota was granted
  /// @param highest the highest quota that is granted
  record TooMany(int documents, int most, int highest) implements Fit {}

  /// Whether `documents` fit `target`, if it holds nothing else yet.
  static Fit of(List<NamedDocument> documents, Target target, Limits limits) {
    return switch (target) {
      case Target.Unattached() -> new Fits();
      case Target.Attached(var holder) -> attached(documents, limits.of(holder.kind()));
      case Target.Inline(var holder) -> {
        var characters = documents.stream().mapToInt(NamedDocument::characters).sum();
        var most = limits.of(holder.kind()).inline();
        yield characters > most ? new TooLong(characters, most) : new Fits();
      }
    };
  }

  private static Fit attached(List<NamedDocument> documents, Limits.OfHolder limits) {
    return documents.size() > limits.attached()
        ? new TooMany(documents.size(), limits.attached(), limits.attachedAtMost())
        : new Fits();
  }
}
