package io.outcrop.sandbox.directory.desk;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// IAM's quotas. What they are is data (`quotas.json`), with its source.
public final class Quotas {
  private static final Json.Obj VALUES = read();

  private Quotas() {}

  /// The quota `name`, as IAM's sentences name it: `AccessKeysPerUser`.
  public static int of(String name) {
    return VALUES.get(name).orElseThrow() instanceof Json.Num number
        ? number.value().intValueExact()
        : 0;
  }

  /// IAM's refusal where `name` would be exceeded.
  public static Reply.Fault exceeded(String name) {
    return Refusals.limit("Cannot exceed quota for %s: %d".formatted(name, of(name)));
  }

  private static Json.Obj read() {
    try (var stream = Quotas.class.getResourceAsStream("quotas.json")) {
      if (stream == null) {
        throw new IllegalStateException("`quotas.json` is missing");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
        return object.object("quotas").orElseThrow();
      }
      throw new IllegalStateException("`quotas.json` is not a JSON object");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
