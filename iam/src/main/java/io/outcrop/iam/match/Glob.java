package io.outcrop.iam.match;

import java.util.ArrayList;
import java.util.List;

/// A pattern over a whole text: `*` stands for any characters, also none, `?` for exactly one.
///
/// A pattern is cut at its stars into pieces. The first piece has to begin the text and the last to
/// end it; the pieces between are looked for from left to right, each at its first place. The first
/// place is always good enough, because what follows a star may begin anywhere later: nothing is
/// ever tried twice, and the work is at most text times pattern.
public final class Glob {
  private static final char ONE = '\uFFFF';
  private static final char MANY = '\uFFFE';

  private final List<Piece> pieces;
  private final int least;

  private Glob(List<Piece> pieces) {
    this.pieces = pieces;
    this.least = pieces.stream().mapToInt(piece -> piece.text.length()).sum();
  }

  /// A stretch without stars.
  private record Piece(String text, boolean plain) {
    private static Piece of(String text) {
      return new Piece(text, text.indexOf(ONE) < 0);
    }

    private boolean matchesAt(String value, int from) {
      if (plain) {
        return value.startsWith(text, from);
      }
      for (var i = 0; i < text.length(); i++) {
        if (text.charAt(i) != ONE && text.charAt(i) != value.charAt(from + i)) {
          return false;
        }
      }
      return true;
    }

    private int find(String value, int from, int end) {
      if (plain) {
        var found = value.indexOf(text, from);
        return found < 0 || found + text.length() > end ? -1 : found;
      }
      for (var at = from; at + text.length() <= end; at++) {
        if (matchesAt(value, at)) {
          return at;
        }
      }
      return -1;
    }
  }

  /// The pattern that `text` writes, with `*` and `?`.
  public static Glob of(String text) {
    return ofMarked(marked(text));
  }

  /// The pattern that matches every text.
  public static Glob anything() {
    return of("*");
  }

  /// `text` with its wildcards marked, to be joined with texts whose stars are plain characters.
  static String marked(String text) {
    return plain(text).replace('*', MANY).replace('?', ONE);
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
      pieces.add(Piece.of(marked.substring(from, star)));
      from = star + 1;
    }
    pieces.add(Piece.of(marked.substring(from)));
    return new Glob(List.copyOf(pieces));
  }

  /// Whether every text matches.
  public boolean matchesAnything() {
    return pieces.size() > 1 && least == 0;
  }

  /// Whether all of `value` matches.
  public boolean matches(String value) {
    var first = pieces.getFirst();
    if (value.length() < least || !first.matchesAt(value, 0)) {
      return false;
    }
    if (pieces.size() == 1) {
      return value.length() == least;
    }
    var last = pieces.getLast();
    var end = value.length() - last.text.length();
    if (!last.matchesAt(value, end)) {
      return false;
    }
    var from = first.text.length();
    for (var i = 1; i < pieces.size() - 1; i++) {
      var at = pieces.get(i).find(value, from, end);
      if (at < 0) {
        return false;
      }
      from = at + pieces.get(i).text.length();
    }
    return from <= end;
  }
}
