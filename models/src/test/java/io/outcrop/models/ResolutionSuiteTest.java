package io.outcrop.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the files of `models/resolve`: each holds ids as somebody wrote them, a region and a date,
/// and what they have to mean. `-Dgolden=write` rewrites the answers, for review.
final class ResolutionSuiteTest {
  private static final Path SUITE = Path.of("src/test/resources/models/resolve");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.shipped();

  static Stream<Arguments> files() throws IOException {
    try (var files = Files.list(SUITE)) {
      return files
          .sorted()
          .map(file -> Arguments.of(file.getFileName().toString(), file))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void resolvesAsTheFileSays(String name, Path file) throws IOException {
    var read = JsonReader.read(Files.readString(file));
    assertThat(read).as(name).isInstanceOf(JsonReading.Read.class);
    var cases = (Json.Obj) ((JsonReading.Read) read).value();
    var answered = new ArrayList<Json>();
    for (var row : cases.list("cases")) {
      answered.add(answer((Json.Obj) row));
    }
    var actual = cases.with("cases", Json.array(answered));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, JsonWriter.pretty(actual) + "\n");
    }
    assertThat(answered).isNotEmpty();
    assertThat(JsonWriter.pretty(cases)).isEqualTo(JsonWriter.pretty(actual));
  }

  private static Json.Obj answer(Json.Obj row) {
    var id = row.text("id").orElseThrow();
    var region = row.text("region").orElseThrow();
    var at = Instant.parse(row.text("at").orElseThrow() + "T12:00:00Z");
    return row.with("expect", json(CATALOGUE.resolve(id, region, at)));
  }

  private static Json.Obj json(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found(_, var route, var stage, var origin) ->
          kind("found")
              .with("route", route(route))
              .with("stage", Json.of(stage.toString()))
              .with("origin", Json.of(origin));
      case Resolution.ProfileNeeded(_, var routes, var stage, var origin) ->
          kind("profile-needed")
              .with("routes", routes(routes))
              .with("stage", Json.of(stage.toString()))
              .with("origin", Json.of(origin));
      case Resolution.NotInRegion(_, var regions, var here) ->
          kind("not-in-region").with("regions", Json.ofTexts(regions)).with("here", routes(here));
      case Resolution.NotYet(_, var start) ->
          kind("not-yet").with("start", Json.of(start.toString()));
      case Resolution.Ended(_, var end, var instead) ->
          kind("ended").with("end", Json.of(end.toString())).with("instead", routes(instead));
      case Resolution.Unknown(_, var reason, var nearest, var why) ->
          kind("unknown")
              .with("reason", Json.of(reason.toString()))
              .with("nearest", routes(nearest))
              .with("why", Json.of(why));
    };
  }

  private static Json.Obj kind(String kind) {
    return Json.object().with("kind", Json.of(kind));
  }

  private static Json.Arr routes(List<Route> routes) {
    return Json.ofTexts(routes.stream().map(Route::id).toList());
  }

  private static Json route(Route route) {
    return switch (route) {
      case Route.Geographic(var id, _, _, var destinations) ->
          Json.object().with("id", Json.of(id)).with("destinations", Json.ofTexts(destinations));
      case Route.OnDemand(var id, _) -> Json.of(id);
      case Route.Global(var id, _, _) -> Json.of(id);
    };
  }
}
