package io.outcrop.iam.match;

import java.util.Arrays;

/// A stretch of a pattern between two stars: characters, and holes that any one character fills.
///
/// Finding takes time linear in the text, whatever the piece. A piece without holes is found as
/// Knuth, Morris and Pratt do ("Fast Pattern Matching in Strings", 1977), short ones by plain
/// search, which is faster there; one with holes by running all its alignments at once in the bits
/// of words, as Baeza-Yates and Gonnet do ("A New Approach to Text Searching", 1992).
final class Piece {
  private static final char HOLE = '\uFFFF';
  private static final int SHORT = 24;

  private final String text;
  private final boolean plain;
  private final int[] borders;
  private final char[] alphabet;
  private final long[][] fits;
  private final long[] holes;

  Piece(String text) {
    this.text = text;
    this.plain = text.indexOf(HOLE) < 0;
    this.borders = plain && text.length() > SHORT ? borders(text) : new int[0];
    this.alphabet = plain ? new char[0] : alphabet(text);
    this.fits = new long[alphabet.length][];
    for (var i = 0; i < alphabet.length; i++) {
      fits[i] = fitting(text, alphabet[i]);
    }
    this.holes = plain ? new long[0] : fitting(text, HOLE);
  }

  private static char[] alphabet(String text) {
    var characters = text.toCharArray();
    Arrays.sort(characters);
    var distinct = 0;
    for (var character : characters) {
      if (distinct == 0 || characters[distinct - 1] != character) {
        characters[distinct++] = character;
      }
    }
    return Arrays.copyOf(characters, distinct);
  }

  int length() {
    return text.length();
  }

  /// Whether the piece stands in `value` at `from`, where there is room for it.
  boolean matchesAt(String value, int from) {
    if (plain) {
      return value.startsWith(text, from);
    }
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) != HOLE && text.charAt(i) != value.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  /// The first place of the piece in `value` between `from` and `end`; -1 if there is none.
  int find(String value, int from, int end) {
    if (!plain) {
      return findWithHoles(value, from, end);
    }
    return borders.length == 0 ? value.indexOf(text, from, end) : findLong(value, from, end);
  }

  private int findLong(String value, int from, int end) {
    var matched = 0;
    for (var at = from; at < end; at++) {
      while (matched > 0 && text.charAt(matched) != value.charAt(at)) {
        matched = borders[matched - 1];
      }
      if (text.charAt(matched) == value.charAt(at)) {
        matched++;
      }
      if (matched == text.length()) {
        return at + 1 - matched;
      }
    }
    return -1;
  }

  private static int[] borders(String text) {
    var borders = new int[text.length()];
    for (int i = 1, border = 0; i < text.length(); i++) {
      while (border > 0 && text.charAt(i) != text.charAt(border)) {
        border = borders[border - 1];
      }
      if (text.charAt(i) == text.charAt(border)) {
        border++;
      }
      borders[i] = border;
    }
    return borders;
  }

  private int findWithHoles(String value, int from, int end) {
    var alive = new long[holes.length];
    var last = 1L << (text.length() - 1);
    for (var at = from; at < end; at++) {
      var known = Arrays.binarySearch(alphabet, value.charAt(at));
      step(alive, known < 0 ? holes : fits[known]);
      if ((alive[alive.length - 1] & last) != 0) {
        return at + 1 - text.length();
      }
    }
    return -1;
  }

  /// Bit `i` of `alive` is set while the piece's first `i + 1` characters match up to here.
  private static void step(long[] alive, long[] fitting) {
    var carry = 1L;
    for (var word = 0; word < alive.length; word++) {
      var next = alive[word] << 1 | carry;
      carry = alive[word] >>> (Long.SIZE - 1);
      alive[word] = next & fitting[word];
    }
  }

  /// The places of the piece that `found` fits, a bit each.
  private static long[] fitting(String text, char found) {
    var places = new long[(text.length() + Long.SIZE - 1) / Long.SIZE];
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == HOLE || text.charAt(i) == found) {
        places[i / Long.SIZE] |= 1L << i;
      }
    }
    return places;
  }
}
