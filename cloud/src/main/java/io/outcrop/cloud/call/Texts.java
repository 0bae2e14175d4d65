package io.outcrop.cloud.call;

import org.jspecify.annotations.Nullable;

/// Absent texts of the SDK as the empty ones that answers hold.
final class Texts {
  private Texts() {}

  static String of(@Nullable String text) {
    return text == null ? "" : text;
  }
}
