package io.outcrop.report.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.decision.Unknown;
import io.outcrop.iam.edit.EditAnswer;
import io.outcrop.iam.suite.AuthorizationCase;
import io.outcrop.iam.suite.CaseOutcome;
import io.outcrop.iam.suite.CaseReader;
import io.outcrop.iam.suite.CaseReading;
import io.outcrop.iam.suite.CaseRunner;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.report.Ending;
import io.outcrop.report.policy.Simulation.Ruling;
import io.outcrop.report.style.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every case of the engine's suite has a page, and says in JSON on what it hangs as cases say it.
class EveryCaseTest {
  private static final Path CASES = Path.of("../iam/src/test/resources/iam/cases");

  @Test
  void everyCaseHasAPage() throws IOException {
    var pages = 0;
    for (var file : files()) {
      var found = read(Files.readString(file));
      var explanation = explained(found);
      var page =
          ExplainedText.render(explanation, Ending.none(), new Look(80, false, false, true, false));
      assertThat(page).as(file.toString()).contains("What each layer says").doesNotContain("null");
      assertThat(ExplainedJson.of(explanation, Ending.none()).list("layers"))
          .hasSizeGreaterThanOrEqualTo(7);
      pages++;
    }
    assertThat(pages).isGreaterThan(1000);
  }

  /// The condition of an undecided case, written as this program writes it and read as a case's, is
  /// the engine's own.
  @Test
  void aRequirementReadsAsACasesResidual() throws IOException {
    var read = 0;
    for (var file : files()) {
      var text = Files.readString(file);
      var found = read(text);
      var explanation = explain(found);
      if (explanation.decision().outcome() != Outcome.DEPENDS_ON_UNKNOWN
          || explanation.requirement().unknowns().stream().anyMatch(EveryCaseTest::isNoCases)) {
        continue;
      }
      var json =
          new RequirementJson(new DecisionJson(Whereabouts.nowhere()))
              .of(explanation.requirement());
      var source = (Json.Obj) ((JsonReading.Read) JsonReader.read(text)).value();
      var expected = source.object("expected").orElseThrow().with("residual", json);
      var changed = read(source.with("expected", expected).toString());
      assertThat(CaseRunner.run(changed))
          .as(file.toString())
          .isInstanceOf(CaseOutcome.Agrees.class);
      read++;
    }
    assertThat(read).isGreaterThan(20);
  }

  /// What cases have no words for.
  private static boolean isNoCases(Unknown unknown) {
    return switch (unknown) {
      case Unknown.OfLayer _, Unknown.OfResource _ -> true;
      case Unknown.OfCondition _, Unknown.OfSessionName _ -> false;
    };
  }

  private static LayersExplained explained(AuthorizationCase found) {
    var explanation = explain(found);
    return new LayersExplained(
        new Ruling(found.request(), explanation.decision(), ""),
        explanation,
        new EditAnswer.NotFound("this is not asked here", List.of()),
        Whereabouts.nowhere(),
        List.of());
  }

  private static Explanation explain(AuthorizationCase found) {
    return Authorizer.prepare(found.layers()).explainAsGiven(found.request());
  }

  private static AuthorizationCase read(String text) {
    return switch (CaseReader.read(text)) {
      case CaseReading.Read(var found) -> found;
      case CaseReading.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
