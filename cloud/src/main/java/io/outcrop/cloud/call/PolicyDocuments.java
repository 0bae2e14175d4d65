package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Policy documents as AWS sends them.
final class PolicyDocuments {
  private PolicyDocuments() {}

  /// IAM percent-encodes documents (RFC 3986, so `+` is a plus). Source: IAM API Reference,
  /// "GetRolePolicy", read 2026-11.
  static Json.Obj encoded(String text) {
    return plain(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /// Organizations sends them as they are.
  static Json.Obj plain(String text) {
    return switch (JsonReader.read(text)) {
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
