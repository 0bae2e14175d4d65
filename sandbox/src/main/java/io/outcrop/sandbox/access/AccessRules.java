package io.outcrop.sandbox.access;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The numbers and names of `access.json`, where each has its source.
///
/// @param form how long a form takes where changes take AWS's time
/// @param permission how long a refusal of AWS Marketplace is remembered there
/// @param agreement how long an agreement takes
/// @param legacyUse how long a legacy model may stay unused
/// @param restricted models that AWS opens to chosen accounts only
public record AccessRules(
    Duration form,
    Duration permission,
    Duration agreement,
    Duration legacyUse,
    List<String> restricted) {
  private static final String FILE = "/io/outcrop/sandbox/access.json";

  public AccessRules {
    restricted = List.copyOf(restricted);
  }

  private static final class Shipped {
    static final AccessRules RULES = read();
  }

  /// The rules that come with this program.
  public static AccessRules shipped() {
    return Shipped.RULES;
  }

  private static AccessRules read() {
    try (var in = AccessRules.class.getResourceAsStream(FILE)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        return rules(data);
      }
      throw new IllegalStateException("the rules of access are missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static AccessRules rules(Json.Obj data) {
    var delays = member(data, "delays");
    return new AccessRules(
        duration(delays, "form", "real"),
        duration(delays, "marketplacePermission", "real"),
        duration(delays, "agreement", "always"),
        days(member(data, "legacy")),
        texts(member(data, "restrictedModels"), "models"));
  }

  private static Json.Obj member(Json.Obj data, String name) {
    return data.object(name).orElseThrow();
  }

  private static Duration duration(Json.Obj delays, String name, String when) {
    return Duration.parse(member(delays, name).text(when).orElseThrow());
  }

  private static Duration days(Json.Obj legacy) {
    return legacy.get("unusedDays").orElseThrow() instanceof Json.Num(BigDecimal days, _)
        ? Duration.ofDays(days.longValueExact())
        : Duration.ZERO;
  }

  private static List<String> texts(Json.Obj data, String name) {
    return data.list(name).stream().map(text -> text.asText().orElseThrow()).toList();
  }
}
