package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.change.UseCaseForm;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.journal.Journals;
import io.outcrop.access.journal.Locks;
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
      var outcome = Mending.fix(world, fixer());
      assertThat(outcome.steps())
          .isNotEmpty()
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.APPLIED));
      assertThat(Mending.causes(outcome.after())).isEmpty();
      assertThat(outcome.after().status()).isEqualTo(Examination.Status.HEALTHY);
      assertThat(streamed(world, outcome.after().subject().model())).contains("message_stop");
    }
  }

  @Test
  void aFormThatSomebodyFilledInIsFiledAndStays() {
    var form = Mending.FORM;
    assertThat(UseCaseForm.problems(form)).isEmpty();
    assertThat(UseCaseForm.problems(form.with("intendedUsers", Json.of("9")).without("useCases")))
        .hasSize(2);
    try (var world = InWorld.create(folder.resolve("world"), "anthropic-use-case-form")) {
      assertThat(Mending.fix(world, fixer()).steps()).isEmpty();
      var fixer = fixer().withForm(form);
      assertThat(Mending.causes(Mending.fix(world, fixer).after())).isEmpty();
      var undone = fixer.undo(fixer.undoable().orElseThrow(), world.request());
      assertThat(undone.steps())
          .extracting(FixOutcome.StepOutcome::state)
          .containsExactly(FixOutcome.State.STAYS);
    }
  }

  @Test
  void whatServesTwoCausesSaysEachEffectOnce() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-c")) {
      var plan = fixer().plan(InWorld.doctor().examine(world.request()), world.request());

      assertThat(plan.steps())
          .singleElement()
          .satisfies(step ->
              assertThat(step.effect().split("; ")).hasSizeGreaterThan(2).doesNotHaveDuplicates());
    }
  }

  @Test
  void aSecondFixWaitsForTheFirst() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-a")) {
      var request = world.request();
      var fixer = fixer();
      var plan = fixer.plan(InWorld.doctor().examine(request), request);
      var snapshot = Snapshot.of(world);
      var locks = new Journals(journals(), () -> {}, request.clock());
      var asked = locks.lock(plan.terms().account(), plan.terms().principal());
      try (var _ = ((Locks.Asked.Yours) asked).lock()) {
        assertThat(fixer.apply(plan, request).steps())
            .isNotEmpty()
            .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.NOT_REACHED))
            .allSatisfy(step ->
                assertThat(step.why())
                    .contains("process " + ProcessHandle.current().pid() + ", for "));
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
      var again = new Plan("0009-again", plan.terms(), plan.steps(), List.of(), List.of());
      assertThat(fixer.apply(again, request).steps())
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(FixOutcome.State.ALREADY));
      assertThat(fixer.undo("0009-again", request).steps()).isEmpty();
    }
  }

  private Path journals() {
    return folder.resolve("journals");
  }

  private Fixer fixer() {
    return InWorld.fixer(journals());
  }

  private static String streamed(InWorld world, String model) throws IOException {
    var request = world.request();
    var credentials =
        CredentialSearches.search(request.client(), "", request.clock()).winner().orElseThrow();
    var connection =
        new Connection(
            request.client(),
            credentials,
            world.sandbox().subject().region(),
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
