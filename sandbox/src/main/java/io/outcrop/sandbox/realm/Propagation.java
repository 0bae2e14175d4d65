package io.outcrop.sandbox.realm;

/// Whether what is changed in a world holds at once.
public enum Propagation {
  /// At once.
  NONE,
  /// After the time that it takes with AWS.
  REAL
}
