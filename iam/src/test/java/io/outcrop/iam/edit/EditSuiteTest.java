package io.outcrop.iam.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.edit.DocumentEdit.Target;
import io.outcrop.iam.edit.EditAnswer.Ask;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The suite of edits: one file a case. `-Dgolden=write` writes the answers that are found.
class EditSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/edits");

  private static List<Path> cases() throws IOException {
    try (var files = Files.list(ROOT)) {
      return files.map(ROOT::relativize).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsExpected(Path file) throws IOException {
    var asked = EditCase.read(ROOT.resolve(file));
    var answer = asked.answer();
    var found = EditCase.json(answer);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(
          ROOT.resolve(file), JsonWriter.pretty(asked.source().with("expected", found)) + "\n");
    }
    assertThat(JsonWriter.pretty(found))
        .isEqualTo(
            JsonWriter.pretty(
                EditCase.read(ROOT.resolve(file)).source().get("expected").orElseThrow()));
    flips(asked, answer);
  }

  private static void flips(EditCase asked, EditAnswer answer) {
    switch (answer) {
      case EditAnswer.Found(var edits, var tried) -> {
        assertThat(tried).isGreaterThan(10);
        flips(asked, edits);
      }
      case EditAnswer.SomeoneElse(var asks, var own, _) ->
          flips(asked, Stream.concat(asks.stream().map(Ask::edit), own.stream()).toList());
      case EditAnswer.NotFound(_, var closest) ->
          closest.forEach(loose -> flips(asked, loose.edits()));
      case EditAnswer.AlreadyAllowed(var decision) -> assertThat(decision.isAllowed()).isTrue();
      case EditAnswer.AlreadyDenied(var decision) -> assertThat(decision.isDenied()).isTrue();
      case EditAnswer.DependsOnUnknown(var unknown, _) -> assertThat(unknown).isNotEmpty();
    }
  }

  private static void flips(EditCase asked, List<DocumentEdit> edits) {
    assertThat(edits).hasSizeBetween(1, 3);
    var after = Authorizer.decide(asked.request(), applied(asked.layers(), edits));
    assertThat(after.isAllowed()).isEqualTo(asked.ask().equals("allow"));
    assertThat(after.isDenied()).isEqualTo(asked.ask().equals("deny"));
  }

  /// The layers with the patches of `edits` applied, each result parsed anew.
  static PolicyLayers applied(PolicyLayers layers, List<DocumentEdit> edits) {
    var changed = layers;
    for (var edit : edits) {
      switch (edit.target()) {
        case Target.Existing(var policy, var level) -> {
          var document = patched(edit, policy.document().source());
          var held =
              Place.held(changed, edit.layer()).stream()
                  .filter(one -> one.policy().equals(policy) && one.levelName().equals(level))
                  .findFirst()
                  .orElseThrow();
          changed =
              held.place()
                  .put(
                      changed,
                      new NamedPolicy(policy.name(), policy.arn(), policy.attachedTo(), document));
        }
        case Target.New(var description) -> {
          var document = patched(edit, Json.object());
          var level = level(changed, edit, description);
          var there = new Grant(edit.layer(), level, "Allow").held(changed).size();
          changed =
              new Place(edit.layer(), level, there)
                  .put(changed, new NamedPolicy("new", "", "", document));
        }
      }
    }
    return changed;
  }

  private static int level(PolicyLayers layers, DocumentEdit edit, String description) {
    var names = new ArrayList<String>();
    if (layers.scps() instanceof PolicyLayers.Organization.Levels(var levels)) {
      levels.forEach(level -> names.add("`" + level.name() + "`"));
    }
    return switch (edit.layer()) {
      case SCP ->
          names.indexOf(names.stream().filter(description::endsWith).findFirst().orElseThrow());
      case RCP, ENDPOINT, RESOURCE, IDENTITY, BOUNDARY, SESSION -> 0;
    };
  }

  private static io.outcrop.iam.policy.PolicyDocument patched(DocumentEdit edit, Json.Obj before) {
    var result = edit.patch().apply(before);
    assertThat(result).isEqualTo(new JsonPatch.Application.Applied(edit.document().source()));
    return switch (PolicyParser.parse(edit.document().source(), edit.document().kind())) {
      case PolicyParsing.Parsed(var document) -> document;
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @Test
  void suiteIsThere() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
  }
}
