package io.outcrop.iam.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.difference.AccessChange.Cause;
import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.difference.AccessChange.Example;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The suite of differences: one file a case. `-Dgolden=write` writes the answers that are found.
class DifferenceSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/differences");

  private static List<Path> cases() throws IOException {
    try (var files = Files.list(ROOT)) {
      return files.map(ROOT::relativize).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsExpected(Path file) throws IOException {
    var source = (Json.Obj) json(ROOT.resolve(file));
    var kind = PolicyKind.valueOf(source.text("kind").orElseThrow().toUpperCase(Locale.ROOT));
    var before = documents(source, "before", kind);
    var after = documents(source, "after", kind);
    var answer = PolicyDifferences.between(before, after);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(
          ROOT.resolve(file), JsonWriter.pretty(source.with("expected", json(answer))) + "\n");
    }
    assertThat(JsonWriter.pretty(json(answer)))
        .isEqualTo(
            JsonWriter.pretty(((Json.Obj) json(ROOT.resolve(file))).get("expected").orElseThrow()));
    confirm(kind, before, after, answer);
  }

  /// Decides every example anew.
  static void confirm(
      PolicyKind kind,
      List<PolicyDocument> before,
      List<PolicyDocument> after,
      PolicyDifference answer) {
    if (answer instanceof PolicyDifference.Changed(var changes, var tried)) {
      assertThat(tried).isPositive();
      for (var change : changes) {
        var example = change.example();
        var setting = new Setting(kind);
        var old = setting.of(before, example.beside()).decide(example.request());
        var young = setting.of(after, example.beside()).decide(example.request());
        assertThat(old.outcome()).isEqualTo(example.before());
        assertThat(young.outcome()).isEqualTo(example.after());
        assertThat(young.isAllowed()).isEqualTo(change.direction() == Direction.GAINED);
        assertThat(old.isAllowed()).isEqualTo(change.direction() == Direction.LOST);
        assertThat(change.causes()).isNotEmpty();
      }
    }
  }

  @Test
  void suiteIsThere() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(50);
  }

  private static Json json(Path file) throws IOException {
    return switch (JsonReader.read(Files.readString(file))) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Malformed(var message, var position) ->
          throw new AssertionError(file + ": " + message + " at " + position);
    };
  }

  private static List<PolicyDocument> documents(Json.Obj source, String name, PolicyKind kind) {
    return source.list(name).stream()
        .map(value ->
            switch (PolicyParser.parse(value, kind)) {
              case PolicyParsing.Parsed(var document) -> document;
              case PolicyParsing.Rejected(var problems) ->
                  throw new AssertionError(problems.toString());
            })
        .toList();
  }

  static Json json(PolicyDifference answer) {
    var members = new LinkedHashMap<String, Json>();
    switch (answer) {
      case PolicyDifference.Equivalent _ -> members.put("answer", Json.of("equivalent"));
      case PolicyDifference.Changed(var changes, _) -> {
        members.put("answer", Json.of("changed"));
        members.put(
            "changes", Json.array(changes.stream().map(DifferenceSuiteTest::json).toList()));
      }
      case PolicyDifference.NoDifferenceFound(_, var differing) -> {
        members.put("answer", Json.of("no-difference-found"));
        members.put("differing", causes(differing));
      }
    }
    return Json.object(members);
  }

  private static Json json(AccessChange change) {
    var members = new LinkedHashMap<String, Json>();
    members.put("direction", Json.of(change.direction().name().toLowerCase(Locale.ROOT)));
    members.put("words", Json.of(change.words()));
    members.put("causes", causes(change.causes()));
    members.put("example", Json.of(words(change.example())));
    return Json.object(members);
  }

  private static Json causes(List<Cause> causes) {
    return Json.ofTexts(
        causes.stream()
            .map(cause ->
                cause.side().name().toLowerCase(Locale.ROOT)
                    + " "
                    + cause.document()
                    + "."
                    + cause.statement().index())
            .toList());
  }

  private static String words(Example example) {
    return who(example.request())
        + example.request().action()
        + " on "
        + example.request().resource()
        + " with "
        + keys(example.request())
        + ": "
        + example.before()
        + " to "
        + example.after()
        + (example.beside() ? " beside an allow" : "");
  }

  private static String who(AuthorizationRequest request) {
    var arn = request.principal().knownArn();
    return arn.isPresent()
        ? arn.get().resource().equals("user/alice") ? "" : arn.get() + " "
        : request.principal() + " ";
  }

  private static String keys(AuthorizationRequest request) {
    var context = request.context();
    return context.keys().stream()
        .sorted()
        .map(key -> key + "=" + context.get(key).orElseThrow().texts())
        .toList()
        .toString();
  }
}
