package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// AWS Organizations' limits, delays and sentences; a resource file, with its sources.
final class OrganizationFacts {
  private static final Json.Obj DATA = read();

  private OrganizationFacts() {}

  private static Json.Obj read() {
    try (var in =
        OrganizationFacts.class.getResourceAsStream("/io/outcrop/sandbox/organizations.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj data)) {
        return data;
      }
      throw new IllegalStateException("organizations.json holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Json.Obj values(String name) {
    return DATA.object(name).flatMap(entry -> entry.object("values")).orElseThrow();
  }

  /// A limit by its name.
  static int limit(String name) {
    return values("limits").get(name).orElseThrow() instanceof Json.Num number
        ? number.value().intValueExact()
        : 0;
  }

  /// A delay by its name.
  static Duration delay(String name) {
    return Duration.parse(values("delays").text(name).orElseThrow());
  }

  /// The members of `operation`'s input that name what it is allowed on.
  static List<String> resources(String operation) {
    return values("resources").list(operation).stream()
        .flatMap(value -> value.asText().stream())
        .toList();
  }

  /// The error `code` in AWS's words.
  static Reply.Fault fault(String code) {
    return Faults.said(code, values("sentences").text(code).orElseThrow());
  }

  /// Input that is refused, by the reason's name, in AWS's words.
  static Reply.Fault invalid(String reason) {
    return because("InvalidInputException", reason, values("inputs"));
  }

  /// A constraint that is violated, by the reason's name, in AWS's words.
  static Reply.Fault violated(String reason) {
    return because("ConstraintViolationException", reason, values("constraints"));
  }

  private static Reply.Fault because(String code, String reason, Json.Obj sentences) {
    return Faults.said(code, sentences.text(reason).orElseThrow()).with("Reason", Json.of(reason));
  }
}
