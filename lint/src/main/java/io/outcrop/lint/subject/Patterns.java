package io.outcrop.lint.subject;

import java.util.List;
import java.util.Locale;

/// Compares patterns (`*`, `?`) with texts and with each other.
///
/// Both questions are answered by filling one row of a table a character of one pattern, a column a
/// character of the other, as one does to match a pattern with a text. Two patterns overlap if some
/// text matches both: a star of either side may take what stands on the other. One covers another
/// if it matches every text of the other; a star of the covered one can only be taken by a star,
/// its question mark by a star or a question mark. That never claims too much; a pattern like `*?`
/// against `?*` is missed.
public final class Patterns {
  private Patterns() {}

  /// Whether all of `text` matches `pattern`, without regard to case.
  public static boolean matchesIgnoringCase(String pattern, String text) {
    return coversIgnoringCase(pattern, text);
  }

  /// Whether every text that `inner` matches is matched by `outer`, without regard to case.
  public static boolean coversIgnoringCase(String outer, String inner) {
    return inner.regionMatches(true, 0, outer, 0, literal(outer))
        && covers(outer.toLowerCase(Locale.ROOT), inner.toLowerCase(Locale.ROOT));
  }

  /// Whether every text that `inner` matches is matched by `outer`.
  public static boolean covers(String outer, String inner) {
    var literal = literal(outer);
    return literal == outer.length()
        ? outer.equals(inner)
        : inner.startsWith(outer.substring(0, literal))
            && ((literal == outer.length() - 1 && outer.charAt(literal) == '*')
                || table(outer, inner, false));
  }

  /// Whether some text is matched by both.
  public static boolean overlap(String left, String right) {
    var shared = Math.min(literal(left), literal(right));
    if (!left.regionMatches(0, right, 0, shared)) {
      return false;
    }
    if (!hasWildcard(left) && !hasWildcard(right)) {
      return left.equals(right);
    }
    return table(left.substring(shared), right.substring(shared), true);
  }

  /// Whether every ARN that `inner` matches is matched by `outer`, part by part.
  public static boolean coversArn(String outer, String inner) {
    if (outer.equals("*") || outer.equals(inner)) {
      return true;
    }
    var outers = parts(outer);
    var inners = parts(inner);
    if (outers.size() != 6 || inners.size() != 6) {
      return false;
    }
    for (var i = 0; i < 6; i++) {
      if (!covers(outers.get(i), inners.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether some ARN is matched by both, part by part.
  public static boolean overlapArn(String left, String right) {
    if (left.equals("*") || right.equals("*")) {
      return true;
    }
    var lefts = parts(left);
    var rights = parts(right);
    if (lefts.size() != 6 || rights.size() != 6) {
      return left.equals(right);
    }
    for (var i = 0; i < 6; i++) {
      if (!overlap(lefts.get(i), rights.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The parts of an ARN; six unless it is short.
  public static List<String> parts(String arn) {
    return List.of(arn.split(":", 6));
  }

  /// Whether `text` holds a wildcard.
  public static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /// How many characters stand before the first wildcard.
  private static int literal(String pattern) {
    for (var i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        return i;
      }
    }
    return pattern.length();
  }

  private static boolean table(String left, String right, boolean both) {
    var row = new boolean[right.length() + 1];
    row[0] = true;
    for (var j = 1; both && j <= right.length() && right.charAt(j - 1) == '*'; j++) {
      row[j] = true;
    }
    for (var i = 1; i <= left.length(); i++) {
      var l = left.charAt(i - 1);
      var next = new boolean[right.length() + 1];
      next[0] = l == '*' && row[0];
      for (var j = 1; j <= right.length(); j++) {
        var r = right.charAt(j - 1);
        next[j] = step(l, r, both, row[j - 1], row[j], next[j - 1]);
      }
      row = next;
    }
    return row[right.length()];
  }

  private static boolean step(
      char l, char r, boolean both, boolean diagonal, boolean above, boolean before) {
    if (l == '*') {
      return above || before || (both && diagonal);
    }
    if (r == '*') {
      return both && (above || before);
    }
    return diagonal && (l == r || l == '?' || (both && r == '?'));
  }
}
