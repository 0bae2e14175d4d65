package io.outcrop.report.style;

/// The sign in front of a line. Where only ASCII is wanted, a word stands for it: that is what
/// those want whose screen is read to them, and a `+` or an `x` tells them nothing.
public enum Mark {
  FINE("✓", "ok  ", Style.GOOD),
  BROKEN("✗", "FAIL", Style.BAD),
  WARNING("!", "warn", Style.WARNING),
  NOTHING("–", "-   ", Style.FAINT);

  private final String sign;
  private final String ascii;
  private final Style style;

  Mark(String sign, String ascii, Style style) {
    this.sign = sign;
    this.ascii = ascii;
    this.style = style;
  }

  /// How many columns a mark takes.
  static int width(boolean asciiOnly) {
    return asciiOnly ? FINE.ascii.length() : 1;
  }

  /// The sign, in its colour, or its word.
  Styled styled(boolean asciiOnly) {
    return Styled.of(style, asciiOnly ? ascii : sign);
  }
}
