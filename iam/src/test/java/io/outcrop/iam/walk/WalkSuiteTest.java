package io.outcrop.iam.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.suite.CaseReader;
import io.outcrop.iam.suite.CaseReading;
import io.outcrop.iam.suite.QuestionReader;
import io.outcrop.iam.suite.QuestionReading;
import io.outcrop.iam.walk.LayerAnswer.NearMiss;
import io.outcrop.iam.walk.LayerAnswer.Standing;
import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of walks: a question as cases ask it, and a line for each layer. Every case of the
/// engine's own suite is walked through too: the walk never contradicts the decision.
class WalkSuiteTest {
  private static final Path WALKS = Path.of("src/test/resources/iam/walk");
  private static final Path CASES = Path.of("src/test/resources/iam/cases");

  private static List<Path> walks() throws IOException {
    return files(WALKS);
  }

  private static List<Path> cases() throws IOException {
    return files(CASES);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("walks")
  void everyLayerSaysWhatItShould(Path file) throws IOException {
    var problems = new ArrayList<Problem>();
    var value = ((JsonReading.Read) JsonReader.read(Files.readString(file))).value();
    var fields = new Fields(value, "", problems);
    fields.text("name");
    var reading = QuestionReader.read(fields.any("question").orElseThrow());
    assertThat(reading).isInstanceOf(QuestionReading.Whole.class);
    var question = (QuestionReading.Whole) reading;
    var answers = Walk.through(question.request(), question.layers());
    assertThat(answers.stream().map(WalkSuiteTest::line).toList())
        .isEqualTo(fields.texts("layers"));
    fields.finish();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theWalkAndTheDecisionAgree(Path file) throws IOException {
    if (!(CaseReader.read(Files.readString(file)) instanceof CaseReading.Read(var question))) {
      throw new AssertionError(file + " is no case");
    }
    var decision = Authorizer.decide(question.request(), question.layers());
    var answers = Walk.through(question.request(), question.layers());
    var denies = answers.stream().anyMatch(one -> one.standing() instanceof Standing.Denies);
    assertThat(denies).isEqualTo(decision.outcome() == Outcome.EXPLICITLY_DENIED);
    assertThat(answers.stream().flatMap(one -> one.matched().stream()).map(WalkSuiteTest::words))
        .containsAll(decision.decidedBy().stream().map(WalkSuiteTest::words).toList());
    if (decision.outcome() == Outcome.IMPLICITLY_DENIED) {
      assertThat(decision.blockedBy())
          .allSatisfy(layer -> assertThat(answers).anyMatch(one -> keepsBack(one, layer)));
    }
  }

  /// Whether a layer does not grant by itself.
  private static boolean keepsBack(LayerAnswer answer, LayerName layer) {
    return answer.layer() == layer
        && switch (answer.standing()) {
          case Standing.Silent(), Standing.Absent(), Standing.OutOfReach() -> true;
          case Standing.Allows(var alone) -> layer == LayerName.RESOURCE && !alone;
          case Standing.Denies(), Standing.Unknown _ -> false;
        };
  }

  private static String words(StatementRef ref) {
    return ref.layer() + " " + ref.policy().attachedTo() + " " + WalkSuiteTest.name(ref);
  }

  private static String name(StatementRef ref) {
    return ref.policy().name() + "/" + ref.statement().index();
  }

  private static String line(LayerAnswer answer) {
    return answer.layer().id()
        + (answer.level().isEmpty() ? "" : " " + answer.level())
        + " "
        + standing(answer.standing())
        + answer.matched().stream()
            .map(WalkSuiteTest::name)
            .collect(Collectors.joining(", ", answer.matched().isEmpty() ? "" : ": ", ""))
        + answer.nearMisses().stream().map(WalkSuiteTest::near).collect(Collectors.joining());
  }

  private static String near(NearMiss miss) {
    return "; %s %s wants %s, found %s"
        .formatted(name(miss.ref()), miss.element(), miss.wanted(), miss.found());
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Denies() -> "denies";
      case Standing.Allows(var alone) -> alone ? "allows alone" : "allows";
      case Standing.Silent() -> "silent";
      case Standing.Absent() -> "absent";
      case Standing.OutOfReach() -> "out-of-reach";
      case Standing.Unknown(var why) -> "unknown: " + why;
    };
  }
}
