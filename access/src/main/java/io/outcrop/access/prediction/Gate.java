package io.outcrop.access.prediction;

/// A check that AWS makes of a model call. In which order is said by [RefusalOrder].
public enum Gate {
  CREDENTIALS("credentials"),
  REGION("region"),
  SIGNATURE("signature"),
  CONSTRAINTS("constraints"),
  IAM("iam"),
  MODEL_ID("model-id"),
  FORM("form"),
  MARKETPLACE("marketplace"),
  LIFECYCLE("lifecycle"),
  AGREEMENT("agreement"),
  QUOTA("quota"),
  BODY("body");

  private final String id;

  Gate(String id) {
    this.id = id;
  }

  /// The gate's name in data.
  public String id() {
    return id;
  }
}
