package io.outcrop.access;

import io.outcrop.access.apply.Changer;
import io.outcrop.access.apply.Lockout;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.journal.Journal;
import io.outcrop.access.journal.Journals;
import io.outcrop.access.journal.Locks;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.History;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Plans cures, applies them behind a journal, waits until they act, examines again, and takes them
/// back. Nothing is changed outside [#apply], [#resume] and [#undo].
public final class Fixer {
  private final Doctor doctor;
  private final Journals journals;
  private final Consumer<String> progress;
  private final Patience patience;
  private final Wishes wishes;

  /// @param doctor examines before and after
  /// @param journals the folder of journals, made if it is missing
  /// @param clock says when a line of a journal is written
  /// @param progress is told what happens, one line at a time
  public Fixer(Doctor doctor, Path journals, InstantSource clock, Consumer<String> progress) {
    this(
        doctor,
        new Journals(journals, () -> {}, clock),
        progress,
        Patience.ofThisMachine(),
        Wishes.USUAL);
  }

  Fixer(
      Doctor doctor,
      Journals journals,
      Consumer<String> progress,
      Patience patience,
      Wishes wishes) {
    this.doctor = doctor;
    this.journals = journals;
    this.progress = progress;
    this.patience = patience;
    this.wishes = wishes;
  }

  /// The same fixer, who plans by other wishes.
  public Fixer with(Wishes other) {
    return new Fixer(doctor, journals, progress, patience, other);
  }

  /// The same fixer, who may file `form` where Anthropic's use-case form is missing.
  ///
  /// @param form one in which [io.outcrop.access.change.UseCaseForm#problems] finds nothing
  public Fixer withForm(Json.Obj form) {
    return with(wishes.withForm(form));
  }

  /// What would cure `examination`, bound to the account as it is now.
  public Plan plan(Examination examination, ExaminationRequest request) {
    return new Planning(wishes).plan(journals.nextNumber(), examination, request);
  }

  /// Applies `plan`: journaled before each change, polled until its effect is seen, then examined.
  /// A plan that has expired, or was made for another account, changes nothing.
  public FixOutcome apply(Plan plan, ExaminationRequest request) {
    if (plan.terms().hasExpired(request.clock().instant())) {
      return unchanged(
          plan, request, "the plan expired at %s: make it anew".formatted(plan.terms().expires()));
    }
    if (journals.find(plan.id()).isPresent()) {
      return unchanged(
          plan, request, "plan `%s` was begun already: see `--history`".formatted(plan.id()));
    }
    return locked(
        plan,
        request,
        account -> {
          var journal = journals.begin(plan);
          return outcome(journal, run(journal, account).forward(), request);
        });
  }

  /// Every plan that was begun here, the newest first.
  public List<History> history() {
    return journals.history();
  }

  /// The newest plan that was begun and not finished.
  public Optional<String> unfinished() {
    return journals.unfinished();
  }

  /// The newest plan that was applied and not undone.
  public Optional<String> undoable() {
    return journals.undoable();
  }

  /// Goes on with a plan that was interrupted; ends in the same state as if it had not been. A plan
  /// that was being taken back is taken back to the end.
  ///
  /// @throws IllegalArgumentException if there is no such plan
  public FixOutcome resume(String planId, ExaminationRequest request) {
    var journal = journal(planId);
    if (journal.has(Journal.Entry.UndoBegun.class)) {
      return undo(planId, request);
    }
    return locked(
        journal.plan(),
        request,
        account -> outcome(journal, run(journal, account).forward(), request));
  }

  /// Takes a plan back, last step first, and keeps what others have added since.
  ///
  /// @throws IllegalArgumentException if there is no such plan
  public FixOutcome undo(String planId, ExaminationRequest request) {
    var journal = journal(planId);
    return locked(
        journal.plan(),
        request,
        account -> {
          var steps = run(journal, account).backward();
          var after = doctor.examine(Workbench.asNamedNow(request));
          return new FixOutcome(planId, steps, after, FixOutcome.Proof.NONE);
        });
  }

  private FixRun run(Journal journal, AwsAccount account) {
    return new FixRun(
        journal, new Changer(account, patience.settling()), new Lockout(account), progress);
  }

  private Journal journal(String planId) {
    return journals
        .find(planId)
        .orElseThrow(() -> new IllegalArgumentException("there is no plan `" + planId + "`"));
  }

  private FixOutcome locked(
      Plan plan, ExaminationRequest request, Function<AwsAccount, FixOutcome> work) {
    return switch (journals.lock(plan.terms().account(), plan.terms().principal())) {
      case Locks.Asked.Taken(var owner) ->
          unchanged(
              plan,
              request,
              "another `outcrop fix` is at work here (%s): wait until it is done".formatted(owner));
      case Locks.Asked.Yours(var lock) -> {
        try (lock) {
          yield atWork(plan, request, work);
        }
      }
    };
  }

  private FixOutcome atWork(
      Plan plan, ExaminationRequest request, Function<AwsAccount, FixOutcome> work) {
    var local = plan.steps().stream().allMatch(step -> step.change().isLocal());
    if (local) {
      try (var account = Workbench.openForFiles(request)) {
        return work.apply(account);
      }
    }
    var opened = Workbench.open(request);
    if (opened.isEmpty()) {
      return unchanged(
          plan,
          request,
          "nobody is there to make changes as: name a profile with `--admin-profile`");
    }
    try (var account = opened.get()) {
      var wrong = wrongAccount(plan, account);
      return wrong.isPresent() ? unchanged(plan, request, wrong.get()) : work.apply(account);
    }
  }

  private static Optional<String> wrongAccount(Plan plan, AwsAccount account) {
    return plan.terms().account().isEmpty()
        ? Optional.empty()
        : Workbench.identity(account)
            .filter(who -> !who.account().equals(plan.terms().account()))
            .map(who ->
                "the plan was made for account %s, and these credentials are of account %s"
                    .formatted(plan.terms().account(), who.account()));
  }

  private FixOutcome unchanged(Plan plan, ExaminationRequest request, String why) {
    var steps =
        plan.steps().stream()
            .map(
                step -> new FixOutcome.StepOutcome(step.title(), FixOutcome.State.NOT_REACHED, why))
            .toList();
    return new FixOutcome(plan.id(), steps, doctor.examine(request), FixOutcome.Proof.NONE);
  }

  private FixOutcome outcome(
      Journal journal, List<FixOutcome.StepOutcome> steps, ExaminationRequest request) {
    var plan = journal.plan();
    var after = Workbench.afterwards(plan, request);
    if (steps.stream().anyMatch(step -> step.state().stops())) {
      return new FixOutcome(plan.id(), steps, doctor.examine(after), FixOutcome.Proof.NONE);
    }
    var seen = new Waiting(doctor, patience, progress).until(plan, after);
    return new FixOutcome(plan.id(), steps, seen.examination(), seen.proof());
  }
}
