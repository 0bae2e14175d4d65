package io.outcrop.report.style;

/// Plain letters for the signs that reports use.
public final class Ascii {
  private Ascii() {}

  /// `text` without signs.
  public static String of(String text) {
    return text.replace("…", "...")
        .replace("→", "->")
        .replace("–", "-")
        .replace("—", "-")
        .replace("✓", "+")
        .replace("✗", "x")
        .replace("“", "\"")
        .replace("”", "\"")
        .replace("’", "'")
        .replace("\uFFFD", "?");
  }
}
