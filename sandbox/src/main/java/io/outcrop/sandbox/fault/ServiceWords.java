package io.outcrop.sandbox.fault;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.realm.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Errors that a service has of its own where others have common ones; a resource file, with its
/// sources.
///
/// @param services by service and kind of fault
record ServiceWords(Json.Obj services) {
  static final ServiceWords SHIPPED = read();

  /// What `service` says of such a fault, if that is its own.
  Optional<Fault.Words> of(String service, Fault.Kind kind) {
    return services
        .object(service)
        .flatMap(ofService -> ofService.object(kind.name()))
        .map(words ->
            new Fault.Words(
                status(words),
                words.text("code").orElseThrow(),
                words.text("message").orElseThrow()));
  }

  private static int status(Json.Obj words) {
    return words.get("status").orElseThrow() instanceof Json.Num(BigDecimal number, _)
        ? number.intValueExact()
        : 0;
  }

  private static ServiceWords read() {
    try (var in = ServiceWords.class.getResourceAsStream("/io/outcrop/sandbox/fault/words.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj data)) {
        return new ServiceWords(data.object("services").orElseThrow());
      }
      throw new IllegalStateException("words.json holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
