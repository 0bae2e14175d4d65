package io.outcrop.causes.signal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What readers ask of single characters and places before they ask a regular expression: that one
/// tries at every place of a text, and most places can be ruled out by a look.
final class Letters {
  private Letters() {}

  /// Whether this is a letter or digit of ASCII.
  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  /// Whether this is what `\w` stands for.
  static boolean isWord(char c) {
    return isAlphanumeric(c) || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return isAlphanumeric(c) && !isDigit(c);
  }

  static boolean isUpperCase(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /// What `\s` stands for in a clean text.
  static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  /// The text with the letters of ASCII in lower case, as long as it was.
  static String lower(String text) {
    var lower = text.toCharArray();
    for (var i = 0; i < lower.length; i++) {
      if (isUpperCase(lower[i])) {
        lower[i] = (char) (lower[i] + ('a' - 'A'));
      }
    }
    return new String(lower);
  }

  /// A matcher that can be asked at single places and sees what stands before them.
  static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /// Whether the pattern matches from this place on.
  static boolean matchesAt(Matcher matcher, int start, int limit) {
    return matcher.region(start, limit).lookingAt();
  }
}
