package io.outcrop.grants.document;

/// Where documents go.
public sealed interface Target {
  /// Customer managed policies that nothing holds yet.
  record Unattached() implements Target {}

  /// Customer managed policies, attached to `holder`.
  record Attached(Holder holder) implements Target {}

  /// Inline policies of `holder`.
  record Inline(Holder holder) implements Target {}
}
