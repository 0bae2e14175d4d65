package io.outcrop.sandbox.realm;

/// How a connection ends before its time.
public enum Severance {
  /// It is closed; where several calls share one, only this call's stream ends.
  CLOSE,
  /// It is reset, with everything else that runs over it.
  RESET,
  /// Nothing more comes, and it stays open.
  SILENCE
}
