package io.outcrop.causes.redact;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Access key ids. They are no secrets, but name whose secret is near.
final class KeyIds {
  private static final Pattern KEY_ID =
      Pattern.compile("(?<![A-Za-z0-9])((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,28}+)(?![A-Za-z0-9])");

  private KeyIds() {}

  /// `text` with every key id as its first and last four characters; each is told to `found`.
  static String mask(String text, Consumer<String> found) {
    return KEY_ID
        .matcher(text)
        .replaceAll(match -> {
          var id = match.group(1);
          var shown = id.substring(0, 4) + "…" + id.substring(id.length() - 4);
          found.accept(shown);
          return Matcher.quoteReplacement(shown);
        });
  }
}
