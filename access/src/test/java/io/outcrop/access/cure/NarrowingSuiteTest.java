package io.outcrop.access.cure;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs `access/narrowing/*.json`: each case is judged twice, by what is written and by what IAM
/// makes of it.
final class NarrowingSuiteTest {
  private static final String CALLER = "arn:aws:iam::111122223333:user/dev";
  private static final Path CASES = Path.of("src/test/resources/access/narrowing");

  @ParameterizedTest
  @MethodSource("cases")
  void sparesTheCallAndNothingElse(Path file) throws IOException {
    var given = read(file);
    var needs = needs(given, "needs");
    var known = new Known(texts(given, "knownNames"), texts(given, "regions"));
    var narrowing =
        new Narrowing(
            needs,
            new Complement(ServiceReference.shipped(), known),
            given.text("sharedBy").map(_ -> CALLER));
    var statement = given.object("statement").orElseThrow();

    var narrowed = narrowing.narrowed(statement);

    assertThat(narrowed.map(Json::array)).isEqualTo(given.get("expected"));
    if (narrowed.isEmpty()) {
      return;
    }
    var statements = PolicyText.withFreeSids(narrowed.get());
    for (var need : needs) {
      assertThat(outcome(List.of(statement), need)).isEqualTo(Outcome.EXPLICITLY_DENIED);
      assertThat(outcome(statements, need)).isNotEqualTo(Outcome.EXPLICITLY_DENIED);
    }
    for (var other : needs(given, "stillDenied")) {
      assertThat(outcome(statements, other))
          .as(other.toString())
          .isEqualTo(Outcome.EXPLICITLY_DENIED);
    }
    for (var other : needs(given, "stillNotDenied")) {
      assertThat(outcome(statements, other))
          .as(other.toString())
          .isEqualTo(Outcome.IMPLICITLY_DENIED);
    }
  }

  static Stream<Path> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      var all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(15);
      return all.stream();
    }
  }

  private static Json.Obj read(Path file) throws IOException {
    return switch (JsonReader.read(Files.readString(file))) {
      case JsonReading.Read(Json.Obj value) -> value;
      case JsonReading.Read(var other) -> throw new AssertionError(other.kind());
      case JsonReading.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }

  private static List<String> texts(Json.Obj given, String name) {
    return given.list(name).stream().flatMap(one -> one.asText().stream()).toList();
  }

  private static List<RequiredAuthorization> needs(Json.Obj given, String name) {
    return given.list(name).stream()
        .map(Json.Arr.class::cast)
        .map(pair ->
            new RequiredAuthorization(
                pair.elements().get(0).asText().orElseThrow(),
                pair.elements().get(1).asText().orElseThrow(),
                Map.of("aws:PrincipalAccount", "111122223333"),
                "the case says so"))
        .toList();
  }

  private static Outcome outcome(List<Json.Obj> statements, RequiredAuthorization need) {
    if (statements.isEmpty()) {
      return Outcome.IMPLICITLY_DENIED;
    }
    var document =
        Json.object()
            .with("Version", Json.of("2012-10-17"))
            .with("Statement", Json.array(statements));
    if (!(PolicyParser.parse(document, PolicyKind.IDENTITY)
        instanceof PolicyParsing.Parsed(var policy))) {
      throw new AssertionError(document.toString());
    }
    return Authorizer.decide(
            new AuthorizationRequest(
                Principal.parse(CALLER).orElseThrow(),
                need.action(),
                need.resource(),
                "111122223333",
                RequestContext.of(need.context())),
            PolicyLayers.ofIdentity(List.of(new NamedPolicy("p", "", "user dev", policy))))
        .outcome();
  }
}
