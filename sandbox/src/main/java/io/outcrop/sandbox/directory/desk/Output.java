package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Outputs by their members.
public final class Output {
  private Output() {}

  /// An object of names and values: JSON, strings, whole numbers, booleans, instants. An empty
  /// optional or null leaves its name out.
  public static Json.Obj of(@Nullable Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value != null) {
        members.put(String.valueOf(namesAndValues[i]), json(value));
      }
    }
    return Json.object(members);
  }

  private static Json json(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> Json.of(text);
      case Boolean flag -> Json.of(flag);
      case Integer number -> Json.of(number);
      case Long number -> Json.of(number);
      case Instant time -> time(time);
      default -> throw new IllegalArgumentException("no output of " + value.getClass());
    };
  }

  /// A time as IAM and STS show it: whole seconds.
  public static Json time(Instant time) {
    return Json.of(time.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /// A reply of names and values.
  public static Reply reply(@Nullable Object... namesAndValues) {
    return new Reply.Output(of(namesAndValues));
  }

  /// A reply that says only that it is done.
  public static Reply done() {
    return new Reply.Output(Json.object());
  }
}
