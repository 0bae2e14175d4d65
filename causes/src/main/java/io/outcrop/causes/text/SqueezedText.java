package io.outcrop.causes.text;

import java.util.Arrays;
import java.util.Locale;

/// A clean text without white space, quotes and what logs put before every line: two texts that
/// differ only in how they were wrapped or quoted are the same here. Immutable.
public final class SqueezedText {
  private final String clean;
  private final String cased;
  private final String lower;
  private final int[] places;

  private SqueezedText(String clean, String cased, int[] places) {
    this.clean = clean;
    this.cased = cased;
    this.lower = cased.toLowerCase(Locale.ROOT);
    this.places = places;
  }

  /// Squeezes a clean text.
  public static SqueezedText of(CleanText cleanText) {
    var clean = cleanText.text();
    var cased = new StringBuilder(clean.length());
    var places = new int[clean.length()];
    for (var i = 0; i < clean.length(); i++) {
      var prefix = beginsLine(clean, i) ? LinePrefixes.length(clean, i) : 0;
      if (prefix > 0) {
        i += prefix - 1;
      } else if (isKept(clean.charAt(i)) && !joinsStrings(clean, i)) {
        places[cased.length()] = i;
        cased.append(ascii(clean.charAt(i)));
      }
    }
    return new SqueezedText(clean, cased.toString(), Arrays.copyOf(places, cased.length()));
  }

  /// Squeezes a phrase in the same way, in lower case.
  static String squeeze(String phrase) {
    var squeezed = new StringBuilder(phrase.length());
    for (var i = 0; i < phrase.length(); i++) {
      if (isKept(phrase.charAt(i))) {
        squeezed.append(phrase.charAt(i));
      }
    }
    return squeezed.toString().toLowerCase(Locale.ROOT);
  }

  /// The text in lower case, character by character as [#cased].
  public String lower() {
    return lower;
  }

  /// The text as it was written.
  public String cased() {
    return cased;
  }

  /// Where the character at `index` stands in the clean text.
  public int cleanStart(int index) {
    return places[index];
  }

  /// The place behind the character before `end`, in the clean text; `end` is greater than 0.
  public int cleanEnd(int end) {
    return places[end - 1] + 1;
  }

  /// Whether a word may begin at `index`: no letter or digit stood right before it.
  boolean beginsWord(int index) {
    var place = places[index];
    return place == 0 || !Character.isLetterOrDigit(clean.charAt(place - 1));
  }

  private static boolean beginsLine(String clean, int index) {
    return index == 0 || clean.charAt(index - 1) == '\n';
  }

  /// Whether this is the `+` between two strings of a program, at the end of a line.
  private static boolean joinsStrings(String clean, int index) {
    return clean.charAt(index) == '+'
        && index + 2 < clean.length()
        && clean.charAt(index + 1) == '\n'
        && "'\"`".indexOf(clean.charAt(index + 2)) >= 0;
  }

  private static boolean isKept(char c) {
    return !Character.isWhitespace(c) && "'\"`\\*\u2018\u2019\u201c\u201d".indexOf(c) < 0;
  }

  /// A character whose lower case is as long as it: lengths have to agree.
  private static char ascii(char c) {
    return c == '\u0130' ? 'I' : c;
  }
}
