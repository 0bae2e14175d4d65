package io.outcrop.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.models.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every entry of the shipped catalogue to its rules. That members are known and sources
/// exist is checked by reading it.
final class CatalogueTest {
  private static final Path FILES = Path.of("src/main/resources/io/outcrop/models/catalogue");
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.shipped();

  static Stream<Model> models() {
    return CATALOGUE.models().stream();
  }

  @Test
  void everyFileIsListedAndEveryIdIsUnique() throws IOException {
    var ids = new HashSet<String>();
    for (var model : CATALOGUE.models()) {
      assertThat(ids.add(model.id())).as(model.id()).isTrue();
    }
    try (var files = Files.list(FILES.resolve("models"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ids.stream().map(id -> id.replace(':', '_') + ".json").toList());
    }
  }

  @Test
  void theVersionIsTheDateOfTheNewestSource() throws IOException {
    var sources = (Json.Obj) read("sources.json");
    var newest =
        sources.members().values().stream()
            .map(source -> ((Json.Obj) source.value()).text("date").orElseThrow())
            .max(String::compareTo);
    assertThat(newest).contains(CATALOGUE.version());
  }

  @ParameterizedTest
  @MethodSource("models")
  void anEntryIsComplete(Model model) {
    assertThat(CATALOGUE.find(model.id())).contains(model);
    assertThat(model.displayName()).startsWith("Claude ");
    assertThat(model.family()).isIn("sonnet", "haiku", "opus", "fable", "mythos", "claude");
    assertThat(model.source()).isNotBlank();
    assertThat(model.asOf()).matches("20\\d\\d-\\d\\d(-\\d\\d)?");
    assertThat(model.replacements())
        .allSatisfy(id -> assertThat(CATALOGUE.owner(id)).as(id).isPresent())
        .allSatisfy(id -> assertThat(CATALOGUE.owner(id)).isNotEqualTo(CATALOGUE.find(model.id())));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyRouteResolvesToItselfOrToTheEndOfItsModel(Model model) {
    model
        .byRegion()
        .forEach((region, here) ->
            here.routes()
                .forEach(route -> {
                  assertThat(route.region()).isEqualTo(region);
                  assertThat(route.modelId()).isEqualTo(model.id());
                  assertThat(found(CATALOGUE.resolve(route.id(), region, AT), route))
                      .as(route.id() + " in " + region)
                      .isTrue();
                  if (route instanceof Route.Geographic profile) {
                    assertThat(profile.destinations()).isNotEmpty().isSorted();
                  }
                }));
  }

  private static boolean found(Resolution resolution, Route route) {
    return switch (resolution) {
      case Resolution.Found(_, var answer, _, _) -> answer.equals(route);
      case Resolution.Ended(_, var end, _) -> !end.isAfter(AT);
      case Resolution.ProfileNeeded _, Resolution.NotInRegion _ -> false;
      case Resolution.NotYet _, Resolution.Unknown _ -> false;
    };
  }

  @Test
  void everyLookAlikeNamesRealModelsAndIsNotOneItself() throws IOException {
    var entries = ((Json.Obj) read("look-alikes.json")).list("lookAlikes");
    assertThat(entries).hasSizeGreaterThan(10);
    for (var entry : entries) {
      var id = ((Json.Obj) entry).text("id").orElseThrow();
      assertThat(CATALOGUE.owner(id)).as(id).isEmpty();
      assertThat(((Json.Obj) entry).list("models"))
          .isNotEmpty()
          .allSatisfy(
              model -> assertThat(CATALOGUE.find(model.asText().orElseThrow())).isPresent());
      assertThat(CATALOGUE.resolve(id, "us-east-1", AT)).isInstanceOf(Resolution.Unknown.class);
    }
  }

  @Test
  void aFactWinsOverTheCatalogueInItsRegionAlone() {
    var id = "anthropic.claude-3-haiku-20240307-v1:0";
    var end = Instant.parse("2026-09-10T00:00:00Z");
    var fact =
        new RegionalFact(
            id, "ap-northeast-2", true, List.of(), new Lifecycle(null, null, end), "world");
    var changed = CATALOGUE.with(List.of(fact));
    assertThat(changed.resolve(id, "ap-northeast-2", AT)).isInstanceOf(Resolution.Ended.class);
    assertThat(CATALOGUE.resolve(id, "ap-northeast-2", AT)).isInstanceOf(Resolution.Found.class);
    assertThat(changed.resolve(id, "sa-east-1", AT)).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void aFactWithoutDatesAndDestinationsLeavesThem() {
    var id = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    var fact =
        new RegionalFact(
            "anthropic.claude-sonnet-4-5-20250929-v1:0",
            "us-east-1",
            false,
            List.of(new RegionalFact.Profile(id, List.of())),
            new Lifecycle(null, null, null),
            "account");
    var changed = CATALOGUE.with(List.of(fact)).resolve(id, "us-east-1", AT);
    assertThat(changed)
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.origin()).startsWith("account");
              assertThat(found.route())
                  .isEqualTo(
                      new Route.Geographic(
                          id,
                          "anthropic.claude-sonnet-4-5-20250929-v1:0",
                          "us-east-1",
                          List.of("us-east-1", "us-east-2", "us-west-2")));
            });
    assertThat(
            CATALOGUE
                .with(List.of(fact))
                .resolve("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us-east-1", start()))
        .isInstanceOf(Resolution.NotYet.class);
  }

  private static Instant start() {
    return Instant.parse("2025-09-29T00:00:00Z");
  }

  @Test
  void aFactAboutAnUnknownModelAddsIt() {
    var fact =
        new RegionalFact(
            "anthropic.claude-opus-9",
            "us-east-1",
            true,
            List.of(new RegionalFact.Profile("global.anthropic.claude-opus-9", List.of())),
            new Lifecycle(null, null, null),
            "account");
    var changed = CATALOGUE.with(List.of(fact));
    assertThat(changed.models().getFirst().family()).isEqualTo("opus");
    assertThat(changed.resolve("global.anthropic.claude-opus-9", "us-east-1", AT))
        .isInstanceOfSatisfying(
            Resolution.Found.class, found -> assertThat(found.origin()).isEqualTo("account"));
    assertThat(changed.models()).hasSize(CATALOGUE.models().size() + 1);
  }

  private static Json read(String name) throws IOException {
    var read = JsonReader.read(Files.readString(FILES.resolve(name)));
    assertThat(read).isInstanceOf(JsonReading.Read.class);
    return ((JsonReading.Read) read).value();
  }
}
