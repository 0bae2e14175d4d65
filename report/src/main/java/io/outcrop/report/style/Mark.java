package io.outcrop.report.style;

/// The sign in front of a line.
public enum Mark {
  FINE("✓", "+", Style.GOOD),
  BROKEN("✗", "x", Style.BAD),
  WARNING("!", "!", Style.WARNING),
  NOTHING("–", "-", Style.FAINT);

  private final String sign;
  private final String ascii;
  private final Style style;

  Mark(String sign, String ascii, Style style) {
    this.sign = sign;
    this.ascii = ascii;
    this.style = style;
  }

  /// The sign, in its colour. Plain letters stand for it where only ASCII is wanted.
  Styled styled(boolean asciiOnly) {
    return Styled.of(style, asciiOnly ? ascii : sign);
  }
}
