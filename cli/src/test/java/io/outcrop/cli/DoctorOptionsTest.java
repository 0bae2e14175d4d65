package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of `outcrop doctor` takes effect, or it is said why it does not.
class DoctorOptionsTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/application";

  private static final String BODY =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":16,
       "messages":[{"role":"user","content":"hi"}]}
      """;

  @TempDir Path folder;

  private Run run(String line) {
    return Run.Stage.in(folder).run(line.split(" "));
  }

  @Test
  void ourOwnTimeIsNotTheClientsTimeOut() {
    var one = run("doctor --world client-read-timeout --timeout 1s");
    assertThat(one.code()).as(one.out()).isEqualTo(3);
    assertThat(one.out().replaceAll("\\s+", " "))
        .startsWith("! unknown: stage `")
        .contains("got no answer: not finished within `--timeout 1s`")
        .doesNotContain("client-read-timeout]");
    var many = run("doctor --world client-read-timeout --timeout 1s --region us-east-1,us-west-2");
    assertThat(many.out()).contains("unknown").doesNotContain("client-read-timeout]");
    assertThat(many.err()).contains("were not finished within 1 s", "help: `--timeout`");
    var fix = run("fix --world client-read-timeout --timeout 1s --plan-only");
    assertThat(fix.code()).as(fix.out()).isEqualTo(3);
  }

  @Test
  void anEmptyValueNeverMeansThatNothingWasSaid() {
    var run =
        Run.Stage.in(folder)
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .run("doctor", "--world", "", "--probe", "paid", "--yes");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            outcrop: the value of option `--world` is empty
            help: --world NAME|FILE
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "markdown", "junit", "github"})
  void whatIsWatchedIsWrittenInEveryFormatAtTheEnd(String format) throws IOException {
    var run = run("doctor --world healthy --watch --json --format " + format + " --output w");
    assertThat(run.code()).as(run.err()).isZero();
    Schemas.check("doctor", run.out());
    assertThat(folder.resolve("w")).exists();
    if (!format.equals("github")) {
      assertThat(Files.readString(folder.resolve("w")))
          .containsIgnoringCase("the call goes through");
    }
  }

  @Test
  void manyAreRefusedInAFormatOfOneBeforeAnythingIsLookedAt() {
    var run = run("doctor --sandbox --region us-east-1,us-west-2 --format html --output w.html");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("several examinations are shown as text or JSON");
  }

  @Test
  void evidenceMayGoToStandardOutput() throws IOException {
    var run = run("doctor --world seed-a --save-evidence - --json --output verdict.json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    Schemas.check("evidence", run.out());
    Schemas.check("doctor", Files.readString(folder.resolve("verdict.json")));
  }

  @Test
  void aMisspeltAdministratorIsNamed() {
    var run = run("doctor --world healthy --admin-profile amdin");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            outcrop: `--admin-profile` is `amdin`, and neither `~/.aws/config` nor `~/.aws/credentials` has that profile
            help: did you mean `admin`?
            """);
    assertThat(run("doctor --world healthy --admin-profile admin").code()).isZero();
  }

  @Test
  void aBodyThatIsNotSentIsSpokenOf() throws IOException {
    Files.writeString(folder.resolve("b.json"), BODY);
    var run = run("doctor --world healthy --request b.json");
    assertThat(run.out())
        .contains("the body that `--request` names was not sent", "`--probe paid` sends it")
        .endsWith("outcrop doctor --world healthy --request b.json --probe paid\n");
  }

  @Test
  void aBodyOfAnotherOperationIsNoCaseForSupport() throws IOException {
    Files.writeString(folder.resolve("b.json"), BODY);
    var run = run("doctor --world healthy --call converse --request b.json --probe paid --yes");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("[body-schema-mismatch]").doesNotContain("AWS Support");
  }

  @Test
  void theNextCommandAsksWhatThisOneAsked() {
    assertThat(
            run("doctor --world healthy --explain-calls --as %s --probe paid --call converse"
                    .formatted(ROLE))
                .out())
        .endsWith(
            "outcrop doctor --world healthy --call converse --as %s --probe paid\n"
                .formatted(ROLE));
    assertThat(run("doctor --world healthy --explain-calls --model a,b --only reach").out())
        .endsWith("outcrop doctor --world healthy --model a,b --only reach\n");
    assertThat(run("doctor --world healthy --probe paid --yes").out())
        .contains("healthy: the call goes through")
        .doesNotContain("Next:");
    assertThat(run("doctor --world application --mask").out())
        .contains("the world `application` answered", "--world application", "user/****");
    assertThat(run("doctor --world application --mask --json").out())
        .contains("\"world\": \"application\"", "--world application ");
  }

  @Test
  void aHandOffIsAboutOneCall() {
    var run = run("doctor --sandbox --handoff --model a --model b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("`--handoff` is a page about one call, and this names 2");
    var ascii = run("doctor --world seed-a --handoff --ascii");
    assertThat(ascii.out().chars()).as(ascii.out()).allMatch(letter -> letter < 128);
  }

  @Test
  void whatEvidenceDoesNotDependOnStandsInTheEnvironment() {
    run("doctor --world seed-a --save-evidence seen.json");
    var run =
        Run.Stage.in(folder)
            .with("OUTCROP_REGION", "eu-west-1")
            .run("doctor", "--evidence", "seen.json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
  }

  @Test
  void whatIsNoTextIsNoEvidence() throws IOException {
    Files.write(folder.resolve("bin.json"), "{\u00e4}".getBytes(StandardCharsets.ISO_8859_1));
    var run = run("doctor --evidence bin.json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("outcrop: `bin.json` is no evidence: it is no UTF-8 text\n");
  }

  @Test
  void aTableKeepsWithinItsColumnsAndNamesWhatWasAsked() {
    var all =
        run("doctor --world healthy --model anthropic.claude-opus-5 --all-regions --probe none");
    assertThat(all.out().lines().filter(line -> line.startsWith("anthropic.claude-opus-5 ")))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.length() <= 80);
    var two =
        run(
            "doctor --world organization --model us.anthropic.claude-sonnet-5-5 --probe none"
                + " --model anthropic.claude-opus-5 --region us-east-1,eu-west-1");
    assertThat(two.out())
        .contains("\nus.anthropic.claude-sonnet-5-5 ", "\nanthropic.claude-opus-5 ");
  }
}
