package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--call`: doctor, fix and the next command speak of the call that the client makes.
class DoctorCallTest {
  @TempDir Path folder;

  @Test
  void mantleIsDiagnosedMendedAndProved() {
    var stage = Run.Stage.in(folder);
    var world = new String[] {"--world", "iam-mantle-action-missing", "--call", "mantle"};
    var before = run(stage, "doctor", world);
    assertThat(before.code()).isEqualTo(1);
    assertThat(before.out())
        .contains(
            "[iam-mantle-action-missing]",
            "Mantle has models of its own",
            "outcrop fix --world iam-mantle-action-missing --call mantle");
    var fixed = run(stage, "fix", world, "--yes");
    assertThat(fixed.code()).as(fixed.out() + fixed.err()).isZero();
    assertThat(run(stage, "doctor", world).code()).isZero();
  }

  @Test
  void evidenceKeepsWhatWasCalled() {
    var stage = Run.Stage.in(folder);
    var saved =
        stage.run(
            "doctor",
            "--world",
            "api-key-call-denied",
            "--call",
            "converse",
            "--save-evidence",
            "seen.json");
    assertThat(saved.out()).contains("[api-key-call-denied]");
    var again = stage.run("doctor", "--evidence", "seen.json", "-v");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out())
        .contains("bedrock-runtime:Converse answered 403", "`bedrock:CallWithBearerToken` on `*`");
  }

  @Test
  void anUnknownCallIsNamed() {
    var run = Run.Stage.in(folder).run("doctor", "--sandbox", "--call", "mantel");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            outcrop: `--call` is invoke, converse, messages, mantle, count-tokens, get-inference-profile, list-models, not `mantel`
            help: --call mantle
            """);
  }

  @Test
  void whoIsMeantAndWhatGoesAlongStandInTheNextCommand() throws IOException {
    var stage = Run.Stage.in(folder);
    var wrong = stage.run("doctor", "--world", "wrong-principal-used", "--expect", "application");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .contains("[wrong-principal-used]", "its credentials come from environment")
        .endsWith("outcrop explain wrong-principal-used\n");
    var fixed =
        stage.run("fix", "--world", "wrong-principal-used", "--expect", "application", "--yes");
    assertThat(fixed.code()).isEqualTo(1);
    assertThat(fixed.out()).doesNotContain("PutUserPolicy");

    Files.writeString(
        folder.resolve("body.json"),
        "{\"guardrailConfig\":{\"guardrailIdentifier\":\"abcdef123456\",\"guardrailVersion\":\"DRAFT\"}}");
    var body =
        stage.run(
            "doctor",
            "--world",
            "iam-apply-guardrail-denied",
            "--call",
            "converse",
            "--request",
            "body.json");
    assertThat(body.out())
        .contains(
            "[iam-apply-guardrail-denied]",
            "outcrop fix --world iam-apply-guardrail-denied --call converse --guardrail"
                + " abcdef123456:DRAFT");
  }

  @ParameterizedTest
  @CsvSource({
    "--guardrail, ABC, no guardrail's id or ARN",
    "--expect, a/b, 'no principal''s ARN, account or name'",
  })
  void whatNamesNothingIsSaid(String option, String value, String said) {
    var run = Run.Stage.in(folder).run("doctor", "--sandbox", option, value);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("outcrop: `%s` is `%s`, which is %s".formatted(option, value, said));
  }

  @Test
  void aGuardrailGoesWithTwoCallsAlone() {
    var run =
        Run.Stage.in(folder)
            .run("doctor", "--sandbox", "--call", "mantle", "--guardrail", "abcdef123456");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("`--guardrail` goes with InvokeModel and Converse");
  }

  private static Run run(Run.Stage stage, String command, String[] place, String... more) {
    var words = new ArrayList<String>();
    words.add(command);
    words.addAll(List.of(place));
    words.addAll(List.of(more));
    return stage.run(words.toArray(String[]::new));
  }
}
