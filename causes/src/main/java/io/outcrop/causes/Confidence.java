package io.outcrop.causes;

/// How sure an answer is.
public enum Confidence {
  /// Nothing else fits what is known.
  CERTAIN("certain"),
  /// It fits best, something else is possible.
  LIKELY("likely"),
  /// It fits, and so do others.
  POSSIBLE("possible");

  private final String id;

  Confidence(String id) {
    this.id = id;
  }

  /// The word in JSON.
  public String id() {
    return id;
  }
}
