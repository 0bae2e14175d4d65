package io.outcrop.report.document;

import java.util.Locale;

/// How things stand, said by a word, a sign and a colour, so that any one of them is enough.
public enum Tone {
  FINE("✓", "ok"),
  BROKEN("✗", "failed"),
  WARNING("!", "warning"),
  NOTHING("–", "");

  private final String sign;
  private final String word;

  Tone(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /// The sign.
  String sign() {
    return sign;
  }

  /// The word; empty where nothing is to be said.
  String word() {
    return word;
  }

  /// Its name in a style sheet.
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
