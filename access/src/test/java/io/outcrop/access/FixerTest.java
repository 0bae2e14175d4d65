package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.UseCaseForm;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.journal.Journals;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.BedrockRuntime;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FixerTest {
  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":32,
       "messages":[{"role":"user","content":"Say hello."}]}\
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-c", "seed-d", "seed-e"})
  void afterTheFixTheWorldIsHealthyAndAnswers(String name) throws IOException {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var outcome = fix(world, fixer());
      assertThat(outcome.steps())
          .isNotEmpty()
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.APPLIED));
      assertThat(causes(outcome.after())).isEmpty();
      assertThat(outcome.after().status()).isEqualTo(Examination.Status.HEALTHY);
      assertThat(streamed(world, outcome.after().subject().model())).contains("message_stop");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-c", "seed-d", "seed-e"})
  void undoBringsEverythingBack(String name) {
    try (var world = InWorld.create(folder.resolve("world"), name)) {
      var before = InWorld.doctor().examine(world.request());
      var snapshot = Snapshot.of(world);
      var fixer = fixer();
      fix(world, fixer);
      assertThat(Snapshot.of(world)).isNotEqualTo(snapshot);
      var undone = fixer.undo(fixer.undoable().orElseThrow(), world.request());
      assertThat(undone.steps())
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.UNDONE));
      assertThat(Snapshot.of(world)).isEqualTo(snapshot);
      assertThat(causes(undone.after())).isEqualTo(causes(before));
      assertThat(causes(InWorld.doctor().examine(world.request()))).isEqualTo(causes(before));
      assertThat(fixer.undoable()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-a", "seed-b", "seed-c", "seed-d", "seed-e"})
  void whereverItIsKilledResumeEndsInTheSameState(String name) throws Exception {
    var expected = "";
    var interrupted = true;
    for (var place = 1; interrupted; place++) {
      var home = folder.resolve(name + "-" + place);
      InWorld.create(home.resolve("world"), name).close();
      interrupted = interruptedAt(home, place);
      try (var world = InWorld.open(home.resolve("world"), null)) {
        var fixer = new Fixer(InWorld.doctor(), home.resolve("journals"), _ -> {});
        var unfinished = fixer.unfinished();
        if (unfinished.isPresent()) {
          fixer.resume(unfinished.get(), world.request());
        } else if (fixer.undoable().isEmpty()) {
          fix(world, fixer);
        }
        assertThat(causes(InWorld.doctor().examine(world.request()))).isEmpty();
        var state = Snapshot.of(world);
        assertThat(state).isEqualTo(expected.isEmpty() ? state : expected);
        expected = state;
        var undone = fixer.undo(fixer.undoable().orElseThrow(), world.request());
        assertThat(undone.steps())
            .isNotEmpty()
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.UNDONE));
      }
    }
  }

  @Test
  void aFormThatSomebodyFilledInIsFiledAndStays() {
    var form =
        Json.object()
            .with("companyName", Json.of("Example Corp"))
            .with("companyWebsite", Json.of("https://example.com"))
            .with("intendedUsers", Json.of("0"))
            .with("industryOption", Json.of("Software"))
            .with("useCases", Json.of("Drafting texts"));
    assertThat(UseCaseForm.problems(form)).isEmpty();
    assertThat(UseCaseForm.problems(form.with("intendedUsers", Json.of("9")).without("useCases")))
        .hasSize(2);
    try (var world = InWorld.create(folder.resolve("world"), "anthropic-use-case-form")) {
      assertThat(fix(world, fixer()).steps()).isEmpty();
      var fixer = fixer().withForm(form);
      assertThat(causes(fix(world, fixer).after())).isEmpty();
      var undone = fixer.undo(fixer.undoable().orElseThrow(), world.request());
      assertThat(undone.steps())
          .extracting(FixOutcome.StepOutcome::state)
          .containsExactly(FixOutcome.State.STAYS);
    }
  }

  @Test
  void aSecondFixWaitsForTheFirst() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-a")) {
      var request = world.request();
      var fixer = fixer();
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      var snapshot = Snapshot.of(world);
      var lock = new Journals(journals(), () -> {}).lock().orElseThrow();
      try (lock) {
        assertThat(fixer.apply(plan, request).steps())
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.NOT_REACHED));
      }
      assertThat(Snapshot.of(world)).isEqualTo(snapshot);
    }
  }

  @Test
  void whatSomebodyElseChangedIsNotOverwritten() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-a")) {
      var request = world.request();
      var fixer = fixer();
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      assertThat(fixer.apply(plan, request).steps()).isNotEmpty();
      var again = new Plan("0009-again", plan.steps(), List.of());
      assertThat(fixer.apply(again, request).steps())
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.ALREADY));
      assertThat(fixer.undo("0009-again", request).steps()).isEmpty();
    }
  }

  private Path journals() {
    return folder.resolve("journals");
  }

  private Fixer fixer() {
    return new Fixer(InWorld.doctor(), journals(), _ -> {});
  }

  private static FixOutcome fix(InWorld world, Fixer fixer) {
    var request = world.request();
    return fixer.apply(fixer.plan(InWorld.doctor().examine(request), request), request);
  }

  private static List<String> causes(Examination examination) {
    return examination.findings().stream().map(Finding::cause).map(cause -> cause.slug()).toList();
  }

  private static boolean interruptedAt(Path home, int place) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedFix.class.getName(),
                home.resolve("world").toString(),
                home.resolve("journals").toString(),
                Integer.toString(place))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(home.resolve("output").toFile()))
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(TestFiles.text(home.resolve("output"))).isIn(0, 137);
    return process.exitValue() == 137;
  }

  private static String streamed(InWorld world, String model) throws IOException {
    var request = world.request();
    var credentials =
        CredentialSearches.search(request.client(), "", request.clock()).winner().orElseThrow();
    var connection =
        new Connection(
            request.client(),
            credentials,
            request.region().value(),
            request.endpoint(),
            Duration.ofSeconds(20));
    try (var account = AwsAccount.open(connection)) {
      var answer = account.runtime().stream(model, HELLO);
      assertThat(answer).isInstanceOf(Answer.Succeeded.class);
      var events = new ArrayList<String>();
      try (var chunks = ((Answer.Succeeded<BedrockRuntime.Chunks>) answer).value()) {
        chunks.forEachRemaining(events::add);
        assertThat(chunks.end()).isInstanceOf(Answer.Succeeded.class);
      }
      return String.join("\n", events);
    }
  }
}
