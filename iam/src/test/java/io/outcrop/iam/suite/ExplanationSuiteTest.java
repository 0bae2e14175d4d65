package io.outcrop.iam.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.Explanation;
import io.outcrop.iam.decision.Explanation.LayerAnswer;
import io.outcrop.iam.decision.Explanation.Match;
import io.outcrop.iam.decision.Explanation.Standing;
import io.outcrop.iam.decision.Explanation.StatementAnswer;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.Mismatch;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of explanations: a question as cases ask it, and lines for each layer and each of its
/// statements that has something to do with it; places are those in the case's file. Every case of
/// the engine's own suite is explained too: explanation and decision agree. `-Dgolden=write`
/// rewrites the lines, for review.
class ExplanationSuiteTest {
  private static final Path EXPLANATIONS = Path.of("src/test/resources/iam/explanations");
  private static final Path CASES = Path.of("src/test/resources/iam/cases");

  private static List<Path> explanations() throws IOException {
    return files(EXPLANATIONS);
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
  @MethodSource("explanations")
  void everyLayerSaysWhatItShould(Path file) throws IOException {
    var problems = new ArrayList<Problem>();
    var value = ((JsonReading.Read) JsonReader.read(Files.readString(file))).value();
    var fields = new Fields(value, "", problems);
    fields.text("name");
    var unknown = fields.has("unknown") ? fields.texts("unknown") : List.<String>of();
    var lines = lines(explain(fields.any("question").orElseThrow(), unknown));
    if ("write".equals(System.getProperty("golden"))) {
      var changed = ((Json.Obj) value).with("layers", Json.ofTexts(lines));
      Files.writeString(file, JsonWriter.pretty(changed) + "\n");
    }
    assertThat(String.join("\n", lines)).isEqualTo(String.join("\n", fields.texts("layers")));
    fields.finish();
    assertThat(problems).isEmpty();
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(explanations()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void explanationAndDecisionAgree(Path file) throws IOException {
    if (!(CaseReader.read(Files.readString(file)) instanceof CaseReading.Read(var question))) {
      throw new AssertionError(file + " is no case");
    }
    var prepared = Authorizer.prepare(question.layers());
    agree(prepared.explain(question.request()), prepared.decide(question.request()));
    agree(prepared.explainAsGiven(question.request()), prepared.decideAsGiven(question.request()));
  }

  private static void agree(Explanation explanation, Decision decision) {
    assertThat(explanation.decision()).isEqualTo(decision);
    var answers = explanation.layers();
    var denies = answers.stream().anyMatch(one -> one.standing() instanceof Standing.Denies);
    assertThat(denies).isEqualTo(decision.outcome() == Outcome.EXPLICITLY_DENIED);
    // two statements that exclude each other decide together, though each depends by itself
    var matching =
        answers.stream()
            .flatMap(answer -> answer.statements().stream())
            .filter(statement -> !(statement.match() instanceof Match.Fails))
            .map(StatementAnswer::ref)
            .toList();
    assertThat(matching.containsAll(decision.decidedBy())).isTrue();
    if (decision.outcome() == Outcome.IMPLICITLY_DENIED) {
      assertThat(decision.blockedBy())
          .allSatisfy(layer -> assertThat(answers).anyMatch(one -> keepsBack(one, layer)));
    }
    var depends = decision.outcome() == Outcome.DEPENDS_ON_UNKNOWN;
    assertThat(explanation.requirement().unknowns().isEmpty()).isEqualTo(!depends);
    if (!depends) {
      assertThat(explanation.requirement().isAlways()).isEqualTo(decision.isAllowed());
    }
  }

  /// Whether a layer does not grant by itself.
  private static boolean keepsBack(LayerAnswer answer, LayerName layer) {
    return answer.layer() == layer
        && switch (answer.standing()) {
          case Standing.Silent(), Standing.Absent(), Standing.OutOfReach() -> true;
          case Standing.Allows(var alone) -> layer == LayerName.RESOURCE && !alone;
          case Standing.Depends() -> true;
          case Standing.Denies(), Standing.Unseen _ -> false;
        };
  }

  private static Explanation explain(Json question, List<String> unknown) {
    var knowledge = Knowledge.COMPLETE;
    for (var what : unknown) {
      knowledge =
          what.equals("session-name")
              ? knowledge.withoutSessionName()
              : knowledge.with(what, Knowledge.Doubt.BOTH);
    }
    return switch (QuestionReader.read(question)) {
      case QuestionReading.Whole(var asked, var layers) ->
          Authorizer.prepare(layers).explain(asked.known(knowledge));
      case QuestionReading.Request _ -> throw new AssertionError("the case has no policies");
      case QuestionReading.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> lines(Explanation explanation) {
    var lines = new ArrayList<String>();
    for (var answer : explanation.layers()) {
      var level = answer.level().isEmpty() ? "" : " " + answer.level();
      var policies = answer.policies() < 2 ? "" : " (" + answer.policies() + " policies)";
      lines.add(answer.layer().id() + level + " " + words(answer.standing()) + policies);
      answer.statements().forEach(statement -> add(statement, lines));
    }
    return lines;
  }

  private static void add(StatementAnswer answer, List<String> lines) {
    var place = answer.ref().statement().position();
    var start = "  " + name(answer.ref()) + " at " + place.line() + ":" + place.column() + " ";
    switch (answer.match()) {
      case Match.Matches() -> lines.add(start + "matches");
      case Match.Depends() -> lines.add(start + "depends");
      case Match.Fails(var mismatches) ->
          mismatches.forEach(mismatch -> lines.add(start + words(mismatch)));
    }
  }

  private static String words(Mismatch mismatch) {
    var part =
        mismatch instanceof Mismatch.OfResource(_, _, _, var differing) && !differing.isEmpty()
            ? ", other " + differing
            : "";
    return "fails: %s at %d:%d wants %s, found %s%s"
        .formatted(
            mismatch.element(),
            mismatch.position().line(),
            mismatch.position().column(),
            mismatch.wanted(),
            mismatch.brought(),
            part);
  }

  private static String name(StatementRef ref) {
    return ref.policy().name() + "/" + ref.statement().index();
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case Standing.Denies() -> "denies";
      case Standing.Allows(var alone) -> alone ? "allows alone" : "allows";
      case Standing.Silent() -> "silent";
      case Standing.Absent() -> "absent";
      case Standing.OutOfReach() -> "out of reach";
      case Standing.Depends() -> "depends";
      case Standing.Unseen(var why) -> "unseen: " + why;
    };
  }
}
