package io.outcrop.cloud.call;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Policy documents as AWS sends them.
final class PolicyDocuments {
  private PolicyDocuments() {}

  /// IAM percent-encodes documents (RFC 3986, so `+` is a plus). Source: IAM API Reference,
  /// "GetRolePolicy", read 2026-11.
  static Json.Obj encoded(@Nullable String text) {
    return plain(URLDecoder.decode(Texts.of(text).replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /// Organizations sends them as they are.
  static Json.Obj plain(@Nullable String text) {
    return switch (JsonReader.read(Texts.of(text))) {
      case JsonReading.Read(Json.Obj document) -> document;
      case JsonReading.Read(Json other) ->
          throw new UnreadableAnswerException(
              "the policy document is " + other.kind() + ", expected an object");
      case JsonReading.Malformed(String message, var position) ->
          throw new UnreadableAnswerException(
              "the policy document is " + message + " at " + position);
    };
  }
}
