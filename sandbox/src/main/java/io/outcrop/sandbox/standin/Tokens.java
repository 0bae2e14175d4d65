package io.outcrop.sandbox.standin;

import java.util.ArrayList;
import java.util.List;

/// How many tokens a text has, about: one for a word of up to seven letters with the space before
/// it, one for up to three digits, one for any other character. It is not a model's tokenizer; it
/// is the same everywhere, so that usage, headers, counts, metrics and limits agree.
public final class Tokens {
  private static final int LETTERS = 7;
  private static final int DIGITS = 3;

  private Tokens() {}

  /// How many tokens `text` has.
  public static long count(String text) {
    var count = 0L;
    for (var at = 0; at < text.length(); at = end(text, at)) {
      count++;
    }
    return count;
  }

  /// The text token by token.
  public static List<String> split(String text) {
    var tokens = new ArrayList<String>(text.length() / 4 + 1);
    for (var at = 0; at < text.length(); ) {
      var end = end(text, at);
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  /// Where the token that begins at `from` ends.
  private static int end(String text, int from) {
    var at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return at;
    }
    var first = text.charAt(at);
    if (isLetter(first)) {
      var most = Math.min(text.length(), at + LETTERS);
      while (at < most && isLetter(text.charAt(at))) {
        at++;
      }
      return at;
    }
    if (isDigit(first)) {
      var most = Math.min(text.length(), at + DIGITS);
      while (at < most && isDigit(text.charAt(at))) {
        at++;
      }
      return at;
    }
    return at + Character.charCount(text.codePointAt(at));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '\u00c0' && c <= '\u024f');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
