package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// What STS asks of names and durations. Source: AWS STS API Reference, the members' constraints,
/// read 2026-11.
final class Wrong {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private Wrong() {}

  /// A name at `member`, of 2 to `longest` characters.
  static Optional<Reply.Fault> name(String member, String name, int longest) {
    if (name.length() < 2) {
      return refused(member, name, "have length greater than or equal to 2");
    }
    if (name.length() > longest) {
      return refused(member, name, "have length less than or equal to " + longest);
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : refused(member, name, "satisfy regular expression pattern: [\\w+=,.@-]*");
  }

  /// A duration between fifteen minutes and `longest`.
  static Optional<Reply.Fault> duration(Duration duration, Duration longest) {
    var seconds = Long.toString(duration.toSeconds());
    if (duration.compareTo(SHORTEST) < 0) {
      return refused(
          "durationSeconds",
          seconds,
          "have value greater than or equal to " + SHORTEST.toSeconds());
    }
    return duration.compareTo(longest) > 0
        ? refused(
            "durationSeconds", seconds, "have value less than or equal to " + longest.toSeconds())
        : Optional.empty();
  }

  private static Optional<Reply.Fault> refused(String member, String value, String constraint) {
    return Optional.of(Refusals.constraint(member, value, constraint));
  }
}
