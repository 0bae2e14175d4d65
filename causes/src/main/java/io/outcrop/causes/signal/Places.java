package io.outcrop.causes.signal;

/// Where a word stands in a text, asked for with growing places only: each character is looked at
/// once, however often is asked. Not safe for several threads.
final class Places {
  private final String text;
  private final String word;
  private int found = -1;

  Places(String text, String word) {
    this.text = text;
    this.word = word;
  }

  /// The first place at or behind `from`; the text's length if there is none.
  int from(int from) {
    if (found < from) {
      var next = text.indexOf(word, from);
      found = next < 0 ? text.length() : next;
    }
    return found;
  }
}
