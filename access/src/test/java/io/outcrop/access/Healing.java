package io.outcrop.access;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.FixOutcome.StepOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One account that is cured and brought back: plan, apply, examine, undo.
///
/// @param tried whether the root could be cured from here
/// @param trouble what went wrong; empty for nothing
public record Healing(boolean tried, String trouble) {
  private static final Healing NOT_TRIED = new Healing(false, "");
  private static final Set<State> MADE = Set.of(State.APPLIED, State.ALREADY);
  private static final Set<State> BACK = Set.of(State.UNDONE, State.STAYS);

  private static final String NOT_BACK = "could not take it back";

  /// Whoever calls through a chain of roles gets sessions, which last.
  private static final String SESSIONS = "sessions";

  /// Cures whoever asks `request` in `sandbox`.
  public static Healing of(Sandbox sandbox, ExaminationRequest request, Path journals) {
    var fixer = InWorld.fixer(journals).withForm(Mending.FORM);
    var examination = InWorld.doctor().examine(request);
    var plan = fixer.plan(examination, request);
    var root = examination.root().map(finding -> finding.cause().slug()).orElse("");
    if (plan.steps().stream().noneMatch(step -> step.cause().equals(root) && acts(step.change()))) {
      return NOT_TRIED;
    }
    var leftOut = staying(plan);
    var before = snapshot(sandbox, request, leftOut);

    var outcome = fixer.apply(plan, request);
    if (!outcome.steps().stream().map(StepOutcome::state).allMatch(MADE::contains)) {
      return wrong("not applied", examination, plan, outcome.steps());
    }
    if (Mending.causes(outcome.after()).contains(root)) {
      return wrong(
          "still there: " + outcome.after().findings().getFirst().sentence(),
          examination,
          plan,
          outcome.steps());
    }
    var undone = fixer.undo(plan.id(), request).steps();
    if (plan.steps().stream().anyMatch(step -> step.effect().contains(NOT_BACK))) {
      return undone.stream().anyMatch(step -> step.state() == State.FAILED)
          ? new Healing(true, "")
          : wrong("it was said that it could not be taken back", examination, plan, undone);
    }
    if (!undone.stream().map(StepOutcome::state).allMatch(BACK::contains)) {
      return wrong("not undone", examination, plan, undone);
    }
    var after = snapshot(sandbox, request, leftOut);
    return after.equals(before)
        ? new Healing(true, "")
        : wrong(
            "undo leaves a difference: " + difference(before, after), examination, plan, undone);
  }

  /// What `plan` leaves behind: what is final, and that there was once what is compensable.
  private static Set<String> staying(Plan plan) {
    var left = new HashSet<>(Set.of(SESSIONS));
    for (var step : plan.steps()) {
      switch (step.change()) {
        case Change.SubmitUseCaseForm _ -> left.addAll(Set.of("useCaseForm", "useCaseForms"));
        case Change.RequestQuota _ -> left.add("quotas");
        case Change.SignAgreement _ -> left.addAll(Set.of("agreements", "pastAgreements"));
        default -> {}
      }
    }
    return left;
  }

  /// Whether it acts before AWS has decided something, or has been at it for minutes.
  private static boolean acts(Change change) {
    return !(change instanceof Change.RequestQuota) && !(change instanceof Change.EnableRegion);
  }

  private static String snapshot(Sandbox sandbox, ExaminationRequest request, Set<String> leftOut) {
    return Snapshot.of(sandbox, request.client().workingDirectory(), leftOut)
        + TestFiles.text(config(request.client()));
  }

  private static Path config(ClientSide client) {
    return client.home().resolve(".aws/config");
  }

  private static String difference(String before, String after) {
    var was = before.lines().toList();
    return after
        .lines()
        .filter(line -> !was.contains(line))
        .findFirst()
        .orElse("something is missing");
  }

  private static Healing wrong(
      String what, Examination examination, Plan plan, List<StepOutcome> steps) {
    return new Healing(
        true,
        "%s; found %s; planned %s; %s"
            .formatted(
                what,
                Mending.causes(examination),
                plan.steps().stream().map(Plan.Step::title).toList(),
                steps.stream().map(step -> step.state() + " " + step.why()).toList()));
  }
}
