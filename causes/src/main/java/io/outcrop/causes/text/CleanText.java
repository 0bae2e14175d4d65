package io.outcrop.causes.text;

/// A text without colours, escapes and wrapping: white space is one blank or one line break, quotes
/// are straight, entities are characters. Every character knows where it stands in the original.
/// Immutable.
public final class CleanText {
  private final String original;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  CleanText(String original, String text, int[] starts, int[] ends) {
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /// Reads `original`; of more than `maxCharacters` the middle is left out.
  public static CleanText of(String original, int maxCharacters) {
    var cleaner = new Cleaner(original);
    if (original.length() <= maxCharacters) {
      cleaner.read(0, original.length());
    } else {
      var half = maxCharacters / 2;
      cleaner.read(0, half);
      cleaner.cut(half);
      cleaner.read(original.length() - half, original.length());
    }
    return cleaner.finish();
  }

  /// The plain text.
  public String text() {
    return text;
  }

  /// Where the character at `index` begins in the original.
  public int originalStart(int index) {
    return starts[index];
  }

  /// The offset behind the character before `end`, in the original; `end` is greater than 0.
  public int originalEnd(int end) {
    return ends[end - 1];
  }

  /// The original's words from the character at `start` to the one before `end`.
  public String originalWords(int start, int end) {
    return original.substring(originalStart(start), originalEnd(end));
  }
}
