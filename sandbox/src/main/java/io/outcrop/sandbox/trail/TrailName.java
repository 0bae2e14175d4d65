package io.outcrop.sandbox.trail;

import java.util.Optional;
import java.util.regex.Pattern;

/// What names of trails are like. Source: AWS CloudTrail API Reference, "GetTrailStatus", read
/// 2026-11; sentences as AWS answered the cases of moto's tests.
final class TrailName {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 128;
  private static final Pattern OUTER = Pattern.compile("[a-zA-Z0-9]");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]*");

  private TrailName() {}

  /// CloudTrail's sentence about `name`, if it is none; ARNs are looked up as they are.
  static Optional<String> wrong(String name) {
    if (name.startsWith("arn:")) {
      return Optional.empty();
    }
    var length = name.length();
    if (length < SHORTEST) {
      return Optional.of(
          "Trail name too short. Minimum allowed length: %d characters. Specified name length: %d characters."
              .formatted(SHORTEST, length));
    }
    if (length > LONGEST) {
      return Optional.of(
          "Trail name too long. Maximum allowed length: %d characters. Specified name length: %d characters."
              .formatted(LONGEST, length));
    }
    if (!OUTER.matcher(name.substring(0, 1)).matches()) {
      return Optional.of("Trail name must starts with a letter or number.");
    }
    if (!OUTER.matcher(name.substring(length - 1)).matches()) {
      return Optional.of("Trail name must ends with a letter or number.");
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers,"
                + " periods (.), hyphens (-), and underscores (_).");
  }
}
