package io.outcrop.causes.text;

import java.util.Arrays;

/// A clean text without white space, quotes, articles and what logs put before every line: two
/// texts that differ only in how they were wrapped or quoted, or in words that say the same, are
/// the same here; see [PlainWords]. Immutable.
public final class SqueezedText {
  private final String clean;
  private final String cased;
  private final String lower;
  private final int[] places;

  private SqueezedText(String clean, String cased, int[] places) {
    this.clean = clean;
    this.cased = cased;
    this.lower = PlainWords.americanized(cased);
    this.places = places;
  }

  /// Squeezes a clean text.
  public static SqueezedText of(CleanText cleanText) {
    var squeezing = new Squeezing(cleanText.text());
    squeezing.read(true);
    return new SqueezedText(cleanText.text(), squeezing.words.toString(), squeezing.places());
  }

  /// Squeezes a phrase in the same way, in lower case.
  static String squeeze(String phrase) {
    var squeezing = new Squeezing(phrase);
    squeezing.read(false);
    return PlainWords.americanized(squeezing.words.toString());
  }

  /// One text as it is squeezed, and where each character stood.
  private static final class Squeezing {
    private final String clean;
    private final StringBuilder words;
    private int[] places;

    Squeezing(String clean) {
      this.clean = clean;
      this.words = new StringBuilder(clean.length());
      this.places = new int[clean.length() + PlainWords.CANNOT.length()];
    }

    void read(boolean hasPrefixes) {
      for (var at = 0; at < clean.length(); at++) {
        var prefix = hasPrefixes && beginsLine(clean, at) ? LinePrefixes.length(clean, at) : 0;
        at = prefix > 0 ? at + prefix - 1 : word(at) - 1;
      }
    }

    int[] places() {
      return Arrays.copyOf(places, words.length());
    }

    /// Reads the word or character at this place; the place behind it.
    private int word(int at) {
      if (PlainWords.mayBegin(clean, at)) {
        var behind = PlainWords.articleEnd(clean, at);
        if (behind > at) {
          return behind;
        }
        behind = PlainWords.inabilityEnd(clean, at);
        if (behind > at) {
          cannot(at, behind);
          return behind;
        }
      }
      if (PlainWords.isOfNot(clean, at)) {
        add('o', at);
      } else if (isKept(clean.charAt(at)) && !joinsStrings(clean, at)) {
        add(ascii(clean.charAt(at)), at);
      }
      return at + 1;
    }

    private void cannot(int from, int to) {
      for (var i = 0; i < PlainWords.CANNOT.length(); i++) {
        var isLast = i == PlainWords.CANNOT.length() - 1;
        add(PlainWords.CANNOT.charAt(i), isLast ? to - 1 : Math.min(from + i, to - 1));
      }
    }

    private void add(char c, int place) {
      if (words.length() == places.length) {
        places = Arrays.copyOf(places, places.length * 5 / 4 + 1);
      }
      places[words.length()] = place;
      words.append(c);
    }
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
