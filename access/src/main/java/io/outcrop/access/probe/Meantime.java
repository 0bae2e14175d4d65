package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observations;

/// What can be done while AWS is waited for. Told by every examination, by several threads.
public interface Meantime {
  /// All that needs no answer was asked.
  void asked();

  /// All was answered but how policies are, which takes several calls, one after the other.
  ///
  /// @param soFar what is known already; nobody has looked at policies
  void answered(Observations soFar);
}
