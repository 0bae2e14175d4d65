package io.outcrop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.access.apply.Settling;
import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.journal.Journals;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.PlanForm;
import io.outcrop.access.plan.Terms;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.WorldFolder;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Others change the account, too; tools own parts of it; time passes.
@Execution(ExecutionMode.CONCURRENT)
final class OthersAtWorkTest {
  private static final PolicyOwner SUITE =
      new PolicyOwner(PolicyOwner.Kind.USER, "model-test-suite");
  private static final Json.Obj THEIRS =
      Json.object()
          .with("Sid", Json.of("Theirs"))
          .with("Effect", Json.of("Allow"))
          .with("Action", Json.of("s3:ListAllMyBuckets"))
          .with("Resource", Json.of("*"));

  @TempDir Path folder;

  @Test
  void whatChangedSinceThePlanStopsItAndIsNamed() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-e")) {
      var fixer = fixer();
      var plan = reread(Mending.plan(world, fixer));
      asAdmin(world, account -> added(account, SUITE, "NoModels"));
      var snapshot = Snapshot.of(world);
      var outcome = fixer.apply(plan, world.request());
      assertThat(outcome.steps().getFirst().state()).isEqualTo(State.FAILED);
      assertThat(outcome.steps().getFirst().why())
          .contains("inline policy `NoModels`", "changed by somebody else");
      assertThat(Snapshot.of(world)).isEqualTo(snapshot);
    }
  }

  @Test
  void anotherSpellingIsNoChange() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-e")) {
      var fixer = fixer();
      var plan = reread(Mending.plan(world, fixer));
      asAdmin(
          world,
          account -> {
            var now = policy(account, SUITE, "NoModels");
            var statements = new ArrayList<>(now.list("Statement")).reversed();
            account
                .iam()
                .putInlinePolicy(SUITE, "NoModels", now.with("Statement", Json.array(statements)));
          });
      assertThat(fixer.apply(plan, world.request()).steps())
          .allSatisfy(step -> assertThat(step.state()).isEqualTo(State.APPLIED));
    }
  }

  @Test
  void undoKeepsWhatOthersAddedAndRefusesWhatTheyChanged() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-e")) {
      var fixer = fixer();
      var outcome = Mending.fix(world, fixer);
      asAdmin(world, account -> added(account, SUITE, "OutcropBedrockAccess"));
      assertThat(fixer.undo(outcome.planId(), world.request()).steps())
          .allSatisfy(step -> assertThat(step.state()).as(step.why()).isEqualTo(State.UNDONE));
      asAdmin(
          world,
          account ->
              assertThat(policy(account, SUITE, "OutcropBedrockAccess").list("Statement"))
                  .containsExactly(THEIRS));

      var second = Mending.fix(world, fixer);
      asAdmin(
          world,
          account ->
              account
                  .iam()
                  .putInlinePolicy(
                      SUITE,
                      "OutcropBedrockAccess",
                      Json.object()
                          .with("Version", Json.of("2012-10-17"))
                          .with("Statement", Json.array(List.of(THEIRS)))));
      asAdmin(
          world,
          account -> {
            var now = policy(account, SUITE, "NoModels");
            account
                .iam()
                .putInlinePolicy(
                    SUITE, "NoModels", now.with("Statement", Json.array(List.of(THEIRS))));
          });
      var refused = fixer.undo(second.planId(), world.request()).steps();
      assertThat(refused.getLast().state()).isEqualTo(State.FAILED);
      assertThat(refused.getLast().why()).contains("there are now `Theirs`");
      assertThat(fixer.undoable()).contains(second.planId());
    }
  }

  @Test
  void aPlanThatExpiredOrIsForAnotherAccountChangesNothing() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-d")) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);
      var snapshot = Snapshot.of(world);
      var old = plan.terms();
      var expired = with(plan, old.made().minusSeconds(1), old.account());
      assertThat(fixer.apply(expired, world.request()).steps().getFirst().why())
          .startsWith("the plan expired at ");
      var elsewhere = with(plan, old.expires(), "444455556666");
      assertThat(fixer.apply(elsewhere, world.request()).steps().getFirst().why())
          .contains("444455556666", "111122223333");
      assertThat(Snapshot.of(world)).isEqualTo(snapshot);
    }
  }

  @Test
  void whatAStackOwnsIsChangedInItsSource() {
    try (var world = tagged()) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.elsewhere()).isNotEmpty();
      assertThat(plan.elsewhere().getFirst().owner())
          .isEqualTo("stack `poetry` of SAM (resource `PoetryFunctionRole`)");
      assertThat(plan.elsewhere().getFirst().source())
          .contains("Policies:", "aws-marketplace:Subscribe", "sam deploy");
      var drifting = fixer.with(Wishes.USUAL.withDrift());
      assertThat(Mending.causes(Mending.fix(world, drifting).after())).isEmpty();
    }
  }

  @Test
  void nobodyTakesFromThemselvesWhatLetsThemAct() {
    try (var world = InWorld.create(folder.resolve("world"), "seed-e")) {
      var fixer = fixer();
      var plan = Mending.plan(world, fixer);
      var admin = new PolicyOwner(PolicyOwner.Kind.USER, "admin");
      var change = new Change.DetachPolicy(admin, "arn:aws:iam::aws:policy/AdministratorAccess");
      var first = plan.steps().getFirst();
      var bad =
          new Plan.Step(
              first.cause(),
              "detach",
              change,
              first.call(),
              first.actor(),
              "",
              List.of(),
              Binding.NONE);
      var snapshot = Snapshot.of(world);
      var outcome = fixer.apply(plan.withSteps(List.of(bad)), world.request());
      assertThat(outcome.steps().getFirst().state()).isEqualTo(State.FAILED);
      assertThat(outcome.steps().getFirst().why()).contains("user admin, who makes this change");
      assertThat(Snapshot.of(world)).isEqualTo(snapshot);
    }
  }

  /// Of the second, AWS's words until then are those of other causes too.
  @ParameterizedTest
  @ValueSource(strings = {"seed-e", "iam-no-identity-policy-allow", "seed-a"})
  void whereChangesSpreadSlowlyItIsWaitedForAndTheWaitIsTold(String world) {
    var slow = worldWith(world, document -> document.with("propagation", Json.of("real")));
    try (slow) {
      var told = new ArrayList<String>();
      var moved = new ArrayList<Duration>();
      Settling.Sleeper sleeper =
          pause -> {
            moved.add(pause);
            slow.sandbox().moveClock(pause);
          };
      var fixer =
          new Fixer(
              InWorld.doctor(),
              new Journals(folder.resolve("journals"), () -> {}, InstantSource.system()),
              told::add,
              new Patience(Duration.ofMinutes(2), 3, new Settling(3, Duration.ZERO, sleeper)),
              Wishes.USUAL);
      var outcome = Mending.fix(slow, fixer);
      assertThat(outcome.after().status()).isEqualTo(Examination.Status.HEALTHY);
      assertThat(outcome.proof().calls()).isEqualTo(3);
      assertThat(outcome.proof().waited())
          .isEqualTo(moved.stream().reduce(Duration.ZERO, Duration::plus))
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(15));
      assertThat(told).anyMatch(line -> line.contains("next try "));
    }
  }

  private Fixer fixer() {
    return InWorld.fixer(folder.resolve("journals"));
  }

  private static Plan reread(Plan plan) {
    var text = JsonWriter.pretty(PlanForm.write(plan));
    var read = ((JsonReading.Read) JsonReader.read(text)).value();
    var again = ((PlanForm.Reading.Read) PlanForm.read(read)).plan();
    assertThat(JsonWriter.pretty(PlanForm.write(again))).isEqualTo(text);
    return again;
  }

  private static Plan with(Plan plan, Instant expires, String account) {
    var terms = plan.terms();
    return new Plan(
        plan.id(),
        new Terms(
            terms.made(),
            expires,
            account,
            terms.principal(),
            terms.model(),
            terms.region(),
            terms.actor()),
        plan.steps(),
        List.of(),
        List.of());
  }

  private InWorld tagged() {
    return worldWith(
        "seed-c",
        document -> {
          var accounts = document.object("accounts").orElseThrow();
          var id = accounts.members().keySet().iterator().next();
          var account = accounts.object(id).orElseThrow();
          var roles = account.object("roles").orElseThrow();
          var name = roles.members().keySet().iterator().next();
          var tags =
              Json.object()
                  .with("aws:cloudformation:stack-name", Json.of("poetry"))
                  .with("aws:cloudformation:logical-id", Json.of("PoetryFunctionRole"))
                  .with("lambda:createdBy", Json.of("SAM"));
          var role = roles.object(name).orElseThrow().with("tags", tags);
          return document.with(
              "accounts", accounts.with(id, account.with("roles", roles.with(name, role))));
        });
  }

  private InWorld worldWith(String name, UnaryOperator<Json.Obj> change) {
    var document = change.apply(Worlds.get(name).source());
    var reading = Worlds.read(document);
    WorldFolder.create(folder.resolve("world"), ((WorldReading.Read) reading).world());
    return InWorld.open(folder.resolve("world"), null);
  }

  private static void asAdmin(InWorld world, Consumer<AwsAccount> work) {
    try (var account = Workbench.open(world.request()).orElseThrow()) {
      work.accept(account);
    }
  }

  private static Json.Obj policy(AwsAccount account, PolicyOwner owner, String name) {
    return ((Answer.Succeeded<Json.Obj>) account.iam().inlinePolicy(owner, name)).value();
  }

  private static void added(AwsAccount account, PolicyOwner owner, String name) {
    var now = policy(account, owner, name);
    var statements = new ArrayList<Json>(now.list("Statement"));
    statements.add(THEIRS);
    account.iam().putInlinePolicy(owner, name, now.with("Statement", Json.array(statements)));
  }
}
