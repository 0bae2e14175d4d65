package io.outcrop.aws;

import java.util.regex.Pattern;

/// The public half of an access key. Printed as its first four and last four characters.
public record AccessKeyId(String id) {
  /// Four letters that say what it is of, and the rest: IAM User Guide, "IAM identifiers".
  private static final Pattern SHAPE = Pattern.compile("A[A-Z]{3}[A-Z0-9]{8,28}");

  /// Whether this key belongs to temporary credentials and is useless without its session token.
  /// Source: IAM User Guide, "IAM identifiers", unique id prefixes.
  public boolean isTemporary() {
    return id.startsWith("ASIA");
  }

  /// The id as people may see it: `AKIA…MPLE`. One that was masked before stays so. What does not
  /// look like an id is not shown at all: it may be the secret, put in the wrong place.
  public String masked() {
    if (id.length() == 9 && id.charAt(4) == '…') {
      return id;
    }
    return SHAPE.matcher(id).matches()
        ? id.substring(0, 4) + "…" + id.substring(id.length() - 4)
        : "****";
  }

  @Override
  public String toString() {
    return masked();
  }
}
