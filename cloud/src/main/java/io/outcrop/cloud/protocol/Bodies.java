package io.outcrop.cloud.protocol;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Bodies of requests and answers in JSON.
public final class Bodies {
  private Bodies() {}

  /// The object that the answer is.
  ///
  /// @throws UnreadableAnswerException if it is none
  public static Json.Obj object(SignedService.Response response) {
    return read(response)
        .orElseThrow(() -> new UnreadableAnswerException("the answer is no JSON object"));
  }

  /// The object that the answer is, if it is one.
  public static Optional<Json.Obj> read(SignedService.Response response) {
    return JsonReader.read(response.text()) instanceof JsonReading.Read(Json.Obj object)
        ? Optional.of(object)
        : Optional.empty();
  }

  /// The objects of the list `name`.
  public static Stream<Json.Obj> objects(Json.Obj found, String name) {
    return found.list(name).stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
  }

  /// A path segment, encoded as AWS reads it.
  public static String segment(String text) {
    var encoded = new StringBuilder();
    for (var each : text.getBytes(StandardCharsets.UTF_8)) {
      var letter = (char) (each & 0xff);
      if ((letter < 0x80 && Character.isLetterOrDigit(letter)) || "-_.~".indexOf(letter) >= 0) {
        encoded.append(letter);
      } else {
        encoded.append('%').append("%02X".formatted((int) letter));
      }
    }
    return encoded.toString();
  }

  /// What an event that breaks a stream off says; all of it, where it is no JSON.
  public static String message(String event) {
    return JsonReader.read(event) instanceof JsonReading.Read(Json.Obj object)
        ? object.text("message").orElse(event)
        : event;
  }

  /// Frames spell `throttlingException` what answers spell `ThrottlingException`.
  public static String exceptionName(String code) {
    return code.isEmpty() ? "" : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }
}
