package io.outcrop.lint.finding;

import io.outcrop.iam.policy.PolicyKind;
import java.util.Set;

/// A kind of finding: one resource file. In `message` and `help`, `{name}` stands for a word that
/// the check knows; a help of which a word is not known is left out.
///
/// @param slug its permanent name
/// @param subject what it is about: the folder it is listed under
/// @param severity how bad it is
/// @param summary one sentence, lower case, no full stop
/// @param message the sentence of one finding
/// @param help what to do about one finding; may be empty
/// @param page what the long text says
/// @param kinds the kinds of policy it is said of
/// @param source the title of the page that says so
/// @param asOf the date on which that was read
public record FindingType(
    String slug,
    String subject,
    Severity severity,
    String summary,
    String message,
    String help,
    Page page,
    Set<PolicyKind> kinds,
    String source,
    String asOf) {
  public FindingType {
    kinds = Set.copyOf(kinds);
  }

  /// The long text.
  ///
  /// @param means what it means
  /// @param why how people come to write it
  /// @param cure what to do
  public record Page(String means, String why, String cure) {}
}
