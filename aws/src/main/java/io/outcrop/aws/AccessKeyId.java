package io.outcrop.aws;

/// The public half of an access key. Printed as its first four and last four characters.
public record AccessKeyId(String id) {
  /// Whether this key belongs to temporary credentials and is useless without its session token.
  /// Source: IAM User Guide, "IAM identifiers", unique id prefixes.
  public boolean isTemporary() {
    return id.startsWith("ASIA");
  }

  /// The id as people may see it: `AKIA…MPLE`.
  public String masked() {
    return id.length() < 12 ? "****" : id.substring(0, 4) + "…" + id.substring(id.length() - 4);
  }

  @Override
  public String toString() {
    return masked();
  }
}
