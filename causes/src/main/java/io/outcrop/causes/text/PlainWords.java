package io.outcrop.causes.text;

import java.util.Locale;

/// Words that different people put for the same thing: articles are left out, `unable to`, `could
/// not`, `can't` and `failed to` are all `cannot`, and `isn't` is `is not`. AWS changes its wording
/// in such things, and whoever tells of an error changes it more.
final class PlainWords {
  /// What stands for every way to say that something did not work.
  static final String CANNOT = "cannot";

  private static final String[] ARTICLES = {"the", "an", "a"};
  private static final String[][] INABILITIES = {
    {"cannot"},
    {"can't"},
    {"couldn't"},
    {"can", "not"},
    {"could", "not"},
    {"unable", "to"},
    {"failed", "to"},
    {"fails", "to"},
    {"failure", "to"},
    {"not", "able", "to"},
  };

  /// The first letters of both.
  private static final String FIRST = "tacufnTACUFN";

  private PlainWords() {}

  /// Whether one of the words below may begin here: a look that rules most places out.
  static boolean mayBegin(String text, int at) {
    return FIRST.indexOf(text.charAt(at)) >= 0 && (at == 0 || isGap(text.charAt(at - 1)));
  }

  /// Where the article ends that stands here by itself; `at` if none does.
  static int articleEnd(String text, int at) {
    for (var article : ARTICLES) {
      var end = at + article.length();
      if (text.regionMatches(true, at, article, 0, article.length()) && isBlankOrEnd(text, end)) {
        return end;
      }
    }
    return at;
  }

  /// Where the words end that say here that something did not work; `at` if none do.
  static int inabilityEnd(String text, int at) {
    for (var words : INABILITIES) {
      var end = at;
      for (var i = 0; i < words.length && end >= 0; i++) {
        end = wordEnd(text, i == 0 ? end : afterBlanks(text, end), words[i]);
      }
      if (end > at) {
        return end;
      }
    }
    return at;
  }

  /// Whether the apostrophe here stands for the `o` of a `not`.
  static boolean isOfNot(String text, int at) {
    return (text.charAt(at) == '\'' || text.charAt(at) == '\u2019')
        && at > 1
        && at + 1 < text.length()
        && text.charAt(at - 1) == 'n'
        && text.charAt(at + 1) == 't'
        && Character.isLetter(text.charAt(at - 2))
        && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  /// Squeezed words in AWS's own spelling.
  static String americanized(String squeezed) {
    var lower = squeezed.toLowerCase(Locale.ROOT);
    return lower.contains("authoris") ? lower.replace("authoris", "authoriz") : lower;
  }

  private static int wordEnd(String text, int at, String word) {
    var end = at + word.length();
    return text.regionMatches(true, at, word, 0, word.length())
            && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
        ? end
        : -1;
  }

  private static int afterBlanks(String text, int at) {
    var behind = at;
    while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
      behind++;
    }
    return behind == at ? text.length() : behind;
  }

  private static boolean isBlankOrEnd(String text, int at) {
    return at == text.length() || Character.isWhitespace(text.charAt(at));
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || "'\"`([{:,;>|*\u2018\u201c".indexOf(c) >= 0;
  }
}
