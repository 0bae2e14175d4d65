package io.outcrop.iam.match;

import java.util.ArrayList;
import java.util.List;

/// An ARN of a condition, each of whose six parts is a pattern of its own: no wildcard reaches over
/// a colon, but in the last part. A lone `*` stands for any ARN. Source: IAM User Guide, "Condition
/// operators", "Amazon Resource Name (ARN) condition operators".
public final class ArnPattern {
  private static final int PARTS = 6;

  private final List<Glob> parts;

  private ArnPattern(List<Glob> parts) {
    this.parts = List.copyOf(parts);
  }

  static ArnPattern ofMarked(String marked) {
    if (Glob.ofMarked(marked).matchesAnything()) {
      return new ArnPattern(List.of(Glob.anything()));
    }
    var parts = new ArrayList<Glob>();
    for (var part : marked.split(":", PARTS)) {
      parts.add(Glob.ofMarked(part));
    }
    return new ArnPattern(parts.size() == PARTS ? parts : List.of());
  }

  /// Whether every ARN matches.
  public boolean matchesAnything() {
    return !parts.isEmpty() && parts.stream().allMatch(Glob::matchesAnything);
  }

  /// Whether `value` is an ARN that matches.
  public boolean matches(String value) {
    var values = value.split(":", PARTS);
    if (values.length != PARTS || parts.isEmpty()) {
      return false;
    }
    if (parts.size() == 1) {
      return true;
    }
    for (var i = 0; i < PARTS; i++) {
      if (!parts.get(i).matches(values[i])) {
        return false;
      }
    }
    return true;
  }
}
