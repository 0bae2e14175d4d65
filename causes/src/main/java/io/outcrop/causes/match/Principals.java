package io.outcrop.causes.match;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells whose policies a principal has: those of a session are its role's.
final class Principals {
  private static final Pattern SESSION =
      Pattern.compile(
          "arn:(?<partition>aws[a-z-]{0,12}):sts::(?<account>\\d{12}):assumed-role/(?<role>[^/\\s]+)(?:/.*)?");
  private static final Pattern IDENTITY =
      Pattern.compile("arn:aws[a-z-]{0,12}:iam::\\d{12}:(?:user|role)/\\S+");

  private Principals() {}

  /// The ARN of the user or role behind `principal`; a role's path, which a session does not tell,
  /// is left out.
  static Optional<String> identity(String principal) {
    var session = SESSION.matcher(principal);
    if (session.matches()) {
      return Optional.of(
          "arn:%s:iam::%s:role/%s"
              .formatted(
                  session.group("partition"), session.group("account"), session.group("role")));
    }
    return IDENTITY.matcher(principal).matches() ? Optional.of(principal) : Optional.empty();
  }
}
