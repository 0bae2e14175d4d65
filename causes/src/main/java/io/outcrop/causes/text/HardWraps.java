package io.outcrop.causes.text;

import java.util.BitSet;
import java.util.Set;

/// Finds the line breaks that a terminal put where its width ended, in the middle of words. Such a
/// text has lines of one length, its longest, and much shorter ones; where people or mail programs
/// break lines between words, lengths differ by a little.
final class HardWraps {
  /// Below this, a line ends because a person ended it.
  private static final int NARROWEST = 60;

  private static final int WIDEST = 400;

  /// Widths at which one such line is enough.
  private static final Set<Integer> USUAL = Set.of(80, 100, 120, 132);

  private HardWraps() {}

  /// Where in `text` those line breaks stand; none if the text was not wrapped like that.
  static BitSet find(String text) {
    var lengths = new int[WIDEST + 1];
    for (int start = 0, end; start <= text.length(); start = end + 1) {
      end = lineEnd(text, start);
      if (end - start > WIDEST) {
        return new BitSet();
      }
      lengths[end - start]++;
    }
    var width = longest(lengths);
    var alike = lengths[width];
    var near = 0;
    for (var length = width * 3 / 4; length < width; length++) {
      near += lengths[length];
    }
    var wrapped = width >= NARROWEST && near == 0 && (alike > 1 || USUAL.contains(width));
    return wrapped ? breaksAfter(text, width) : new BitSet();
  }

  private static int longest(int[] lengths) {
    var longest = lengths.length - 1;
    while (longest > 0 && lengths[longest] == 0) {
      longest--;
    }
    return longest;
  }

  private static BitSet breaksAfter(String text, int width) {
    var breaks = new BitSet();
    for (int start = 0, end; start <= text.length(); start = end + 1) {
      end = lineEnd(text, start);
      if (end - start == width && goesOn(text, end + 1)) {
        breaks.set(end);
      }
    }
    return breaks;
  }

  /// Whether the line at `start` may begin with the rest of a word.
  private static boolean goesOn(String text, int start) {
    return start < text.length()
        && !Character.isWhitespace(text.charAt(start))
        && Cleaner.LINE_PREFIXES.indexOf(text.charAt(start)) < 0;
  }

  private static int lineEnd(String text, int from) {
    var end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
