package io.outcrop.causes.text;

import java.util.Arrays;
import java.util.BitSet;

/// Makes a [CleanText] in one pass. Not safe for several threads.
final class Cleaner {
  private static final char ESCAPE = '\u001b';
  private static final int LONGEST_CONTROL_SEQUENCE = 2_048;

  /// What quoting and drawing put at the beginning of a line.
  static final String LINE_PREFIXES = "|>#*\u2502\u2503\u2551\u2514\u251c\u2500\u256d\u2570\u23bf";

  /// What drawing puts at the end of a line.
  private static final String LINE_ENDS = "|\u2502\u2503\u2551";

  private static final int WIDEST_MARGIN = 200;

  private final String original;
  private final BitSet hardWraps;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  Cleaner(String original) {
    this.original = original;
    this.hardWraps = HardWraps.find(original);
    this.text = new StringBuilder(Math.min(original.length(), 1 << 16));
    this.starts = new int[Math.min(original.length() + 1, 1 << 16)];
    this.ends = new int[starts.length];
  }

  /// Adds the characters from `from` to the one before `to`.
  void read(int from, int to) {
    var at = from;
    while (at < to) {
      at = step(at, to);
    }
  }

  /// Marks that something was left out behind `at`: no phrase goes across.
  void cut(int at) {
    append('\u0000', at, at);
  }

  CleanText finish() {
    return new CleanText(
        original,
        text.toString(),
        Arrays.copyOf(starts, text.length()),
        Arrays.copyOf(ends, text.length()));
  }

  private int step(int at, int to) {
    var c = original.charAt(at);
    if (c == '\\') {
      return backslash(at, to);
    }
    if (c == '<') {
      var tag = Escapes.tag(original, at, to);
      if (tag > 0) {
        return white(Escapes.breaksLine(original, at), at, at + tag, to);
      }
    }
    if (c == '&' || c == '%' || c == '=') {
      var code = Escapes.entity(original, at, to);
      if (code.length() > 0) {
        return decoded(code.character(), at, at + code.length(), to);
      }
    }
    return decoded(c, at, at + 1, to);
  }

  /// Any number of backslashes and what they escape: texts are pasted from JSON within JSON.
  private int backslash(int at, int to) {
    var behind = at;
    while (behind < to && original.charAt(behind) == '\\') {
      behind++;
    }
    var code = Escapes.escaped(original, behind, to);
    if (code.length() > 0) {
      return decoded(code.character(), at, behind + code.length(), to);
    }
    append('\\', at, behind);
    return behind;
  }

  private int decoded(char c, int start, int end, int to) {
    if (c == ESCAPE) {
      return controlSequence(end, to);
    }
    if (hardWraps.get(start)) {
      return end;
    }
    if (isBlank(c)) {
      return white(c == '\n' || c == '\r', start, end, to);
    }
    if (isInvisible(c)) {
      return end;
    }
    append(straight(c), start, end);
    return end;
  }

  private int white(boolean lineBreak, int start, int end, int to) {
    var at = end;
    var broken = lineBreak || endsLine();
    while (at < to) {
      var c = original.charAt(at);
      if (c == '\n' || c == '\r') {
        broken |= !hardWraps.get(at);
      } else if (!broken && LINE_ENDS.indexOf(c) >= 0 && isLast(at, to)) {
        broken = true;
      } else if (!isBlank(c) && !isInvisible(c) && !(broken && LINE_PREFIXES.indexOf(c) >= 0)) {
        break;
      }
      at++;
    }
    if (text.isEmpty() || !isWhite(text.charAt(text.length() - 1))) {
      append(broken ? '\n' : ' ', start, at);
    } else if (broken) {
      text.setCharAt(text.length() - 1, '\n');
    }
    return at;
  }

  /// Whether nothing but blanks stands between the character at `at` and the end of its line.
  private boolean isLast(int at, int to) {
    var limit = Math.min(to, at + WIDEST_MARGIN);
    for (var i = at + 1; i < limit; i++) {
      var c = original.charAt(i);
      if (c == '\n' || c == '\r') {
        return true;
      }
      if (!isBlank(c)) {
        return false;
      }
    }
    return limit == to;
  }

  private boolean endsLine() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
  }

  private int controlSequence(int at, int to) {
    if (at >= to) {
      return at;
    }
    var limit = Math.min(to, at + LONGEST_CONTROL_SEQUENCE);
    var operating = original.charAt(at) == ']';
    for (var i = at + 1; i < limit; i++) {
      var c = original.charAt(i);
      if (operating ? c == '\u0007' : c >= '@' && c <= '~') {
        return i + 1;
      }
    }
    return at;
  }

  private void append(char c, int start, int end) {
    var length = text.length();
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, length * 2 + 16);
      ends = Arrays.copyOf(ends, starts.length);
    }
    starts[length] = start;
    ends[length] = end;
    text.append(c);
  }

  private static boolean isWhite(char c) {
    return c == ' ' || c == '\n';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Zero-width characters, the soft hyphen and the byte order mark.
  private static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
  }

  private static char straight(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02bc', '\u00b4' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }
}
