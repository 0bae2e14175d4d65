package io.outcrop.sandbox.rules;

import java.util.regex.Pattern;

/// How many pages a PDF has, as far as it can be seen without unpacking it.
final class Pages {
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

  private Pages() {}

  /// The page objects that stand in `pdf` unpacked; 0 if all are packed.
  static long in(String pdf) {
    return PAGE.matcher(pdf).results().count();
  }
}
