package io.outcrop.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must not be printed: a secret access key, a session token, an API key. Its
/// [#toString] never shows any part of it; whoever needs the text says so by calling [#reveal].
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /// Wraps `text`.
  public static Secret of(String text) {
    return new Secret(text);
  }

  /// The text itself, for signing and for the three ways out that the documentation names; never
  /// for a log, a report or an error.
  public String reveal() {
    return text;
  }

  /// Whether there is nothing in it.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
