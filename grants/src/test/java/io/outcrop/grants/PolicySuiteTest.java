package io.outcrop.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.ModelCall.Operation;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the files of `grants/policy`: each holds calls, the authorisations that they need, and the
/// least policy for them. `-Dgolden=write` rewrites the answers, for review.
final class PolicySuiteTest {
  private static final Path SUITE = Path.of("src/test/resources/grants/policy");

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
  void grantsAsTheFileSays(String name, Path file) throws IOException {
    var read = JsonReader.read(Files.readString(file));
    assertThat(read).as(name).isInstanceOf(JsonReading.Read.class);
    var expected = (Json.Obj) ((JsonReading.Read) read).value();
    var calls = expected.list("calls").stream().map(PolicySuiteTest::call).toList();
    var policy = Grants.leastPolicy(calls);
    var actual =
        expected
            .with("authorizations", Json.array(calls.stream().map(this::needed).toList()))
            .with("policy", policy.document())
            .with("lines", Json.ofTexts(policy.lines()));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, JsonWriter.pretty(actual) + "\n");
    }
    assertThat(calls).isNotEmpty();
    assertThat(JsonWriter.pretty(expected)).isEqualTo(JsonWriter.pretty(actual));
    assertThat(PolicyParser.parse(policy.document(), PolicyKind.IDENTITY))
        .isInstanceOf(PolicyParsing.Parsed.class);
  }

  private static ModelCall call(Json json) {
    var call = (Json.Obj) json;
    return new ModelCall(
        Operation.valueOf(call.text("operation").orElseThrow()),
        route(call.object("route").orElseThrow()),
        "111122223333",
        BearerToken.valueOf(call.text("bearerToken").orElse("NONE")),
        call.text("guardrail").orElse(""));
  }

  private static Route route(Json.Obj route) {
    var id = route.text("id").orElseThrow();
    var model = route.text("model").orElse(id);
    var region = route.text("region").orElseThrow();
    if (id.equals(model)) {
      return new Route.OnDemand(model, region);
    }
    var destinations =
        route.list("destinations").stream().flatMap(text -> text.asText().stream()).toList();
    return destinations.isEmpty()
        ? new Route.Global(id, model, region)
        : new Route.Geographic(id, model, region, destinations);
  }

  private Json needed(ModelCall call) {
    var all = new ArrayList<Json>();
    for (var needed : Grants.required(call)) {
      var context = new TreeMap<String, Json>();
      needed.context().forEach((key, value) -> context.put(key, Json.of(value)));
      all.add(
          Json.object()
              .with("action", Json.of(needed.action()))
              .with("resource", Json.of(needed.resource()))
              .with("context", Json.object(context))
              .with("why", Json.of(needed.why())));
    }
    return Json.array(List.copyOf(all));
  }
}
