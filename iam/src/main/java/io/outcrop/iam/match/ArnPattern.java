package io.outcrop.iam.match;

/// An ARN of a condition, each of whose six parts is a pattern of its own: no wildcard reaches over
/// a colon, but in the last part. A lone `*` stands for any ARN. Source: IAM User Guide, "Condition
/// operators", "Amazon Resource Name (ARN) condition operators".
public final class ArnPattern {
  private static final int PARTS = 6;

  private final boolean anyArn;
  private final Glob[] parts;

  private ArnPattern(boolean anyArn, Glob[] parts) {
    this.anyArn = anyArn;
    this.parts = parts;
  }

  static ArnPattern ofMarked(String marked) {
    if (Glob.ofMarked(marked).matchesAnything()) {
      return new ArnPattern(true, new Glob[0]);
    }
    var texts = marked.split(":", PARTS);
    var parts = new Glob[texts.length == PARTS ? PARTS : 0];
    for (var i = 0; i < parts.length; i++) {
      parts[i] = Glob.ofMarked(texts[i]);
    }
    return new ArnPattern(false, parts);
  }

  /// Whether `value` has the six parts of an ARN.
  public static boolean isArn(String value) {
    var from = 0;
    for (var i = 0; i < PARTS - 1; i++) {
      var colon = value.indexOf(':', from);
      if (colon < 0) {
        return false;
      }
      from = colon + 1;
    }
    return true;
  }

  /// Whether it has the six parts of an ARN, or is a lone `*`.
  public boolean isArn() {
    return anyArn || parts.length > 0;
  }

  /// Whether `value` is an ARN that matches.
  public boolean matches(String value) {
    var from = 0;
    for (var i = 0; i < PARTS - 1; i++) {
      var colon = value.indexOf(':', from);
      if (colon < 0 || (!anyArn && (parts.length == 0 || !parts[i].matches(value, from, colon)))) {
        return false;
      }
      from = colon + 1;
    }
    return anyArn || parts[PARTS - 1].matches(value, from, value.length());
  }
}
