package io.outcrop.causes.redact;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One look of one kind of secret.
///
/// @param kind of what
/// @param pattern how it looks, with what has to stand around it
/// @param replacement what is left of it
record SecretPattern(SecretKind kind, Pattern pattern, Function<MatchResult, String> replacement) {
  String replaceIn(String text) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }
}
