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

  /// Whether a word belongs to both.
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
