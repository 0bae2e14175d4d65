package io.outcrop.iam.edit;

import java.util.Optional;

/// Texts of a request as a policy writes them, so that they stand for themselves.
final class Literal {
  private Literal() {}

  /// `text` where `*` and `?` are wildcards; empty if the policy's version cannot say it.
  static Optional<String> pattern(String text, boolean variables) {
    if (!variables) {
      return text.contains("*") || text.contains("?") ? Optional.empty() : Optional.of(text);
    }
    return Optional.of(plain(text, true).replace("*", "${*}").replace("?", "${?}"));
  }

  /// `text` where there are no wildcards.
  static String plain(String text, boolean variables) {
    return variables ? text.replace("${", "${$}{") : text;
  }
}
