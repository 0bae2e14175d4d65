package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static Run run(Run.Stage stage, String command, String[] place, String... more) {
    var words = new ArrayList<String>();
    words.add(command);
    words.addAll(List.of(place));
    words.addAll(List.of(more));
    return stage.run(words.toArray(String[]::new));
  }
}
