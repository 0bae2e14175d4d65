package io.outcrop.models.quota;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All quotas of Bedrock that are known, as `bedrock.json` lists them with their sources.
public final class Quotas {
  private static final String FILE = "bedrock.json";

  private Quotas() {}

  private static final class Shipped {
    static final List<Quota> ALL = read();
    static final Map<String, List<Quota>> BY_MODEL =
        ALL.stream().collect(Collectors.groupingBy(Quota::model));
  }

  /// All of them, in the order of the file.
  public static List<Quota> all() {
    return Shipped.ALL;
  }

  /// The quota with this code, if it is known.
  public static Optional<Quota> ofCode(String code) {
    return all().stream().filter(quota -> quota.code().equals(code)).findFirst();
  }

  /// The quota of `model` that counts `kind` over routes of `scope`, or over all routes.
  ///
  /// @param model a model's id, or [Quota#ACCOUNT]
  public static Optional<Quota> find(String model, Quota.Scope scope, Quota.Kind kind) {
    for (var quota : Shipped.BY_MODEL.getOrDefault(model, List.of())) {
      if (quota.kind() == kind && (quota.scope() == scope || quota.scope() == Quota.Scope.ANY)) {
        return Optional.of(quota);
      }
    }
    return Optional.empty();
  }

  private static List<Quota> read() {
    try (var in = Quotas.class.getResourceAsStream(FILE)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        return data.list("quotas").stream()
            .filter(Json.Obj.class::isInstance)
            .map(row -> quota((Json.Obj) row))
            .toList();
      }
      throw new IllegalStateException("the list of quotas is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Quota quota(Json.Obj row) {
    return new Quota(
        text(row, "code"),
        text(row, "name"),
        text(row, "model"),
        Quota.Scope.valueOf(text(row, "scope")),
        Quota.Kind.valueOf(text(row, "kind")),
        row.get("value").orElseThrow() instanceof Json.Num(BigDecimal value, _)
            ? value
            : BigDecimal.ZERO,
        row.get("adjustable").filter(Json.of(true)::equals).isPresent());
  }

  private static String text(Json.Obj row, String name) {
    return row.text(name).orElseThrow();
  }
}
