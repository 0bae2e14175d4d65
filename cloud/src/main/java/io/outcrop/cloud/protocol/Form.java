package io.outcrop.cloud.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Input of the query protocol. Immutable.
///
/// @param text names and values as they are sent, each with an `&` before it
public record Form(String text) {
  /// One without input.
  public static Form empty() {
    return new Form("");
  }

  /// One with one value.
  public static Form of(String name, String value) {
    return empty().with(name, value);
  }

  /// The same with one value more.
  public Form with(String name, String value) {
    return new Form(text + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
