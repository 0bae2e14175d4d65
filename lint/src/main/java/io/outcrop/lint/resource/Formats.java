package io.outcrop.lint.resource;

import io.outcrop.iam.reference.ResourceType;
import io.outcrop.lint.subject.Patterns;
import java.util.List;

/// Compares patterns of ARNs with the formats of resource types.
final class Formats {
  private Formats() {}

  /// Whether some resource of `type` is matched by an ARN of these parts; a text of fewer parts, as
  /// `*`, is taken to match.
  static boolean overlap(ResourceType type, List<String> pattern) {
    var format = type.parts();
    if (pattern.size() < 6 || format.size() < 6) {
      return true;
    }
    for (var i = 1; i < 5; i++) {
      if (!Patterns.overlap(format.get(i), pattern.get(i))) {
        return isRegionless(type, i, pattern.get(i));
      }
    }
    return overlapName(type, pattern.get(5));
  }

  /// Whether the last part of an ARN can be the name of a resource of `type`. A name that is one
  /// variable has no slash: a bucket is not an object.
  static boolean overlapName(ResourceType type, String name) {
    var format = type.parts().getLast();
    return !(format.equals("*") && name.contains("/") && !isWholeName(type))
        && Patterns.overlap(format, name);
  }

  /// A foundation model may stand without a region: any region may answer a global profile.
  private static boolean isRegionless(ResourceType type, int part, String value) {
    return part == 3 && value.isEmpty() && type.name().equals("foundation-model");
  }

  private static boolean isWholeName(ResourceType type) {
    return type.arn().contains("${RelativeId}") || type.arn().contains("Path}");
  }
}
