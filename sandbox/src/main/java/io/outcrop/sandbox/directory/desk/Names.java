package io.outcrop.sandbox.directory.desk;

import io.outcrop.sandbox.call.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/// What names, paths and texts may look like. Source: IAM API Reference, the members' patterns and
/// lengths, read 2026-11; sentences as they are answered.
public final class Names {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
  private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
  private static final Pattern PRINTABLE = Pattern.compile("[\\t\\n\\r -\u00FF]*");
  private static final int LONGEST_PATH = 512;

  private Names() {}

  /// What is wrong with a name that stands at `member`.
  public static Optional<Reply.Fault> name(String member, String value, int longest) {
    var tooLong = length(member, value, longest);
    if (tooLong.isPresent()) {
      return tooLong;
    }
    return NAME.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            Refusals.validation(
                "The specified value for "
                    + member
                    + " is invalid. It must contain only alphanumeric characters and/or the"
                    + " following: +=,.@_-"));
  }

  /// What is wrong with a path.
  public static Optional<Reply.Fault> path(String member, String value) {
    var tooLong = length(member, value, LONGEST_PATH);
    if (tooLong.isPresent()) {
      return tooLong;
    }
    return PATH.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            Refusals.validation(
                "The specified value for "
                    + member
                    + " is invalid. It must begin and end with / and contain only alphanumeric"
                    + " characters and/or / characters."));
  }

  /// Whether a text is longer than the model allows.
  public static Optional<Reply.Fault> length(String member, String value, int longest) {
    return value.length() > longest
        ? Optional.of(
            Refusals.constraint(member, value, "have length less than or equal to " + longest))
        : Optional.empty();
  }

  /// Whether a document has characters that IAM does not take.
  public static Optional<Reply.Fault> printable(String member, String text) {
    return PRINTABLE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            Refusals.validation(
                "The specified value for "
                    + member
                    + " is invalid. It must contain only printable ASCII characters."));
  }
}
