package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--probe paid`: what it says and asks before it sends anything.
class DoctorPaidTest {
  @TempDir Path folder;

  @Test
  void withoutATerminalAndWithoutConsentNothingIsSent() {
    var stage = Run.Stage.in(folder);
    for (var command : new String[] {"doctor", "fix"}) {
      var run = stage.run(command, "--sandbox", "--probe", "paid");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              """
              outcrop: `--probe paid` asks before it sends anything, and there is no terminal to ask on
              help: `--yes` agrees beforehand; `--probe free` costs nothing
              """);
    }
  }

  @Test
  void whoAgreesGetsARealAnswer() {
    var stage = Run.Stage.in(folder).attached(true, true, true).reading("y\n");
    var run = stage.run("doctor", "--sandbox", "--probe", "paid", "--color", "never");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.err())
        .contains(
            "What `--probe paid` sends to us.anthropic.claude-sonnet-5-5 in us-east-1",
            "InvokeModel and InvokeModelWithResponseStream, once each",
            "at most $",
            "nothing: the account has its agreement for the model",
            "Send this? [y/N]");
    assertThat(run.out()).contains("✓ calls        the plain and the streaming call were let");
  }

  @Test
  void whoDeclinesGetsAVerdictWithoutCalls() {
    var stage = Run.Stage.in(folder).attached(true, true, true).reading("n\n");
    var run = stage.run("doctor", "--sandbox", "--probe", "paid", "--color", "never");
    assertThat(run.err()).contains("outcrop: no call was made to a model");
    assertThat(run.out()).contains("– calls        skipped: no call to the model was asked for");
    var fix = stage.run("fix", "--world", "seed-e", "--probe", "paid");
    assertThat(fix.code()).isEqualTo(1);
    assertThat(fix.out()).isEmpty();
    assertThat(fix.err()).contains("outcrop: no call was made to a model");
  }

  @Test
  void consentBeforehandIsNotAskedForAndStillToldWhatItMeans() {
    var run =
        Run.Stage.in(folder)
            .run(
                "doctor",
                "--world",
                "marketplace-permissions",
                "--probe",
                "paid",
                "--yes",
                "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("no, AWS will refuse the call instead", "`aws-marketplace:Subscribe`")
        .doesNotContain("[y/N]");
    Schemas.check("doctor", run.out());
  }

  @Test
  void whatCostsNothingNeverAsks() {
    for (var probe : new String[] {"none", "free"}) {
      var run = Run.Stage.in(folder).run("doctor", "--sandbox", "--probe", probe);
      assertThat(run.err()).isEmpty();
    }
  }
}
