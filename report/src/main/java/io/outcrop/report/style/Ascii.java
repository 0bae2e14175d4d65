package io.outcrop.report.style;

/// Plain letters for the signs that reports use.
final class Ascii {
  private Ascii() {}

  static String of(String text) {
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
