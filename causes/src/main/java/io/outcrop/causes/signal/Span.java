package io.outcrop.causes.signal;

/// Words of the text that was given, which gave a signal away.
///
/// @param text the words
/// @param start offset of the first character, from 0, in UTF-16 code units
/// @param end offset behind the last
public record Span(String text, int start, int end) {
  /// No words: what is known besides the text.
  public static final Span NONE = new Span("", 0, 0);

  /// Whether this holds no words.
  public boolean isEmpty() {
    return start == end;
  }

  /// How many characters stand between this and `other`; 0 if they overlap.
  public int distance(Span other) {
    return Math.max(0, Math.max(start - other.end, other.start - end));
  }

  /// Whether a word belongs to both.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  // Written out: a record's own two are linked when first used, which costs a start 10 ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span(var words, var from, var to)
        && start == from
        && end == to
        && text.equals(words);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * start + end) + text.hashCode();
  }
}
