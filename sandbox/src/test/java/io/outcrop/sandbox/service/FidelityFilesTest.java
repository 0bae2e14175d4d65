package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.control.Bedrock;
import io.outcrop.sandbox.marketplace.Marketplace;
import io.outcrop.sandbox.quotas.ServiceQuotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every operation of these services has its note of fidelity, and none speaks of an operation that
/// is not there.
final class FidelityFilesTest {
  private static final Path FILES =
      Path.of("src", "main", "resources", "io", "outcrop", "sandbox", "fidelity");

  private static Set<String> operations(String service) {
    var models = ModelCatalogue.shipped();
    return Map.of(
            "bedrock", Bedrock.operations(models),
            "service-quotas", ServiceQuotas.operations(models),
            "marketplace-agreement", Marketplace.agreements(models),
            "marketplace-entitlement", Marketplace.entitlements(models))
        .getOrDefault(service, Map.of())
        .keySet();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bedrock", "service-quotas", "marketplace-agreement", "marketplace-entitlement"})
  void everyOperationIsToldOf(String service) throws IOException {
    var entries =
        Playground.object(Files.readString(FILES.resolve(service + ".json")))
            .list("entries")
            .stream()
            .map(Json.Obj.class::cast)
            .toList();
    assertThat(entries.stream().flatMap(entry -> entry.text("operation").stream()))
        .containsExactlyInAnyOrderElementsOf(operations(service));
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.text("source")).hasValueSatisfying(it -> assertThat(it).isNotBlank());
          assertThat(entry.text("asOf")).isPresent();
          assertThat(entry.text("status").orElse(""))
              .isIn(List.of("documented", "observed", "unverified"));
          assertThat(entry.text("operation").isPresent())
              .isNotEqualTo(entry.text("sentence").isPresent());
        });
  }
}
