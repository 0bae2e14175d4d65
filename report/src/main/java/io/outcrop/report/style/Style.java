package io.outcrop.report.style;

/// How words are set off. Colour repeats what marks and words already say.
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  WARNING("33"),
  CODE("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /// `text` between the escape sequences of this style.
  String coloured(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
