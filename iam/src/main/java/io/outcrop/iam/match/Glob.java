package io.outcrop.iam.match;

import java.util.ArrayList;
import java.util.List;

/// A pattern over a whole text: `*` stands for any characters, also none, `?` for exactly one.
///
/// A pattern is cut at its stars into pieces. The first piece has to begin the text and the last to
/// end it; the pieces between are looked for from left to right, each at its first place. The first
/// place is always good enough, because what follows a star may begin anywhere later: nothing is
/// ever tried twice, and the work is linear in the text, whatever the pattern.
public final class Glob {
  private static final char ONE = '\uFFFF';
  private static final char MANY = '\uFFFE';

  private final Piece first;
  private final Piece[] middle;
  private final Piece last;
  private final boolean hasStar;
  private final int least;

  private Glob(List<Piece> pieces) {
    this.first = pieces.getFirst();
    this.last = pieces.getLast();
    this.hasStar = pieces.size() > 1;
    this.middle =
        pieces.stream().skip(1).limit(Math.max(0, pieces.size() - 2)).toArray(Piece[]::new);
    this.least = pieces.stream().mapToInt(Piece::length).sum();
  }

  /// The pattern that `text` writes, with `*` and `?`.
  public static Glob of(String text) {
    return ofMarked(marked(text));
  }

  /// `text` with its wildcards marked, to be joined with texts whose stars are plain characters.
  static String marked(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0
        ? plain(text)
        : plain(text).replace('*', MANY).replace('?', ONE);
  }

  /// `text` as it is, but for the two noncharacters that mark wildcards.
  static String plain(String text) {
    return text.replace(MANY, '\uFFFD').replace(ONE, '\uFFFD');
  }

  /// The pattern of a text made of [#marked] and [#plain] parts.
  static Glob ofMarked(String marked) {
    var pieces = new ArrayList<Piece>();
    var from = 0;
    for (var star = marked.indexOf(MANY); star >= 0; star = marked.indexOf(MANY, from)) {
      pieces.add(new Piece(marked.substring(from, star)));
      from = star + 1;
    }
    pieces.add(new Piece(marked.substring(from)));
    return new Glob(pieces);
  }

  /// Whether every text matches.
  public boolean matchesAnything() {
    return hasStar && least == 0;
  }

  /// Whether all of `value` matches.
  public boolean matches(String value) {
    return matches(value, 0, value.length());
  }

  /// Whether all of the stretch of `value` from `from` to `to` matches.
  boolean matches(String value, int from, int to) {
    if (to - from < least || !first.matchesAt(value, from)) {
      return false;
    }
    if (!hasStar) {
      return to - from == least;
    }
    var end = to - last.length();
    if (!last.matchesAt(value, end)) {
      return false;
    }
    var at = from + first.length();
    for (var piece : middle) {
      var found = piece.find(value, at, end);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return true;
  }
}
