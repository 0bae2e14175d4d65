package io.outcrop.access;

import io.outcrop.access.apply.Changer;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.journal.Journal;
import io.outcrop.access.journal.Journals;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.client.EnvFile;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.json.Json;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Plans cures, applies them behind a journal, waits until they act, examines again, and takes them
/// back. Nothing is changed outside [#apply], [#resume] and [#undo].
public final class Fixer {
  private static final String MODEL = "BEDROCK_MODEL_ID";

  private final Doctor doctor;
  private final Journals journals;
  private final Consumer<String> progress;
  private final Patience patience;
  private final List<Json.Obj> form;

  /// @param doctor examines before and after
  /// @param journals the folder of journals, made if it is missing
  /// @param progress is told what happens, one line at a time
  public Fixer(Doctor doctor, Path journals, Consumer<String> progress) {
    this(doctor, new Journals(journals, () -> {}), progress, Patience.ofThisMachine());
  }

  Fixer(Doctor doctor, Journals journals, Consumer<String> progress, Patience patience) {
    this(doctor, journals, progress, patience, List.of());
  }

  private Fixer(
      Doctor doctor,
      Journals journals,
      Consumer<String> progress,
      Patience patience,
      List<Json.Obj> form) {
    this.form = form;
    this.doctor = doctor;
    this.journals = journals;
    this.progress = progress;
    this.patience = patience;
  }

  /// The same fixer, who may file `form` where Anthropic's use-case form is missing.
  ///
  /// @param form one in which [io.outcrop.access.change.UseCaseForm#problems] finds nothing
  public Fixer withForm(Json.Obj form) {
    return new Fixer(doctor, journals, progress, patience, List.of(form));
  }

  /// What would cure `examination`.
  public Plan plan(Examination examination, ExaminationRequest request) {
    var id = "%04d-%s".formatted(journals.nextNumber(), letters());
    return new Planner(actor(request), form).plan(id, examination);
  }

  private static String actor(ExaminationRequest request) {
    return request.adminProfile().isEmpty()
        ? "the caller itself"
        : "profile `" + request.adminProfile() + "`";
  }

  private static String letters() {
    return new SecureRandom()
        .ints(6, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// Applies `plan`: journaled before each change, polled until its effect is seen, then examined.
  public FixOutcome apply(Plan plan, ExaminationRequest request) {
    return locked(
        plan,
        request,
        account -> {
          var journal = journals.begin(plan);
          return outcome(
              journal, new FixRun(journal, new Changer(account), progress).forward(), request);
        });
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
        account ->
            outcome(
                journal, new FixRun(journal, new Changer(account), progress).forward(), request));
  }

  /// Takes a plan back, last step first.
  ///
  /// @throws IllegalArgumentException if there is no such plan
  public FixOutcome undo(String planId, ExaminationRequest request) {
    var journal = journal(planId);
    return locked(
        journal.plan(),
        request,
        account -> {
          var steps = new FixRun(journal, new Changer(account), progress).backward();
          return new FixOutcome(planId, steps, doctor.examine(asNamedNow(request)));
        });
  }

  private Journal journal(String planId) {
    return journals
        .find(planId)
        .orElseThrow(() -> new IllegalArgumentException("there is no plan `" + planId + "`"));
  }

  private FixOutcome locked(
      Plan plan, ExaminationRequest request, Function<AwsAccount, FixOutcome> work) {
    var lock = journals.lock();
    if (lock.isEmpty()) {
      return unchanged(
          plan, request, "another `outcrop fix` is at work here: wait until it is done");
    }
    try (var _ = lock.get()) {
      var credentials = credentials(request);
      if (credentials.isEmpty() && needsAccount(plan)) {
        return unchanged(
            plan,
            request,
            "nobody is there to make changes as: name a profile with `--admin-profile`");
      }
      try (var account = AwsAccount.open(connection(request, credentials))) {
        return work.apply(account);
      }
    }
  }

  private static boolean needsAccount(Plan plan) {
    return plan.steps().stream()
        .anyMatch(step -> !(step.change() instanceof Change.SetEnvVariable));
  }

  private FixOutcome unchanged(Plan plan, ExaminationRequest request, String why) {
    var steps =
        plan.steps().stream()
            .map(
                step -> new FixOutcome.StepOutcome(step.title(), FixOutcome.State.NOT_REACHED, why))
            .toList();
    return new FixOutcome(plan.id(), steps, doctor.examine(request));
  }

  private static Optional<Credentials> credentials(ExaminationRequest request) {
    return request.adminProfile().isEmpty()
        ? CredentialSearches.search(request.client(), request.profile(), request.clock()).winner()
        : Optional.of(new Credentials.Profile(request.adminProfile()));
  }

  private static Connection connection(
      ExaminationRequest request, Optional<Credentials> credentials) {
    return new Connection(
        request.client(),
        credentials.orElse(new Credentials.Profile("default")),
        request.region().value(),
        request.endpoint(),
        Duration.ofSeconds(30));
  }

  /// Examines until the causes that the plan cures are gone, or patience ends.
  private FixOutcome outcome(
      Journal journal, List<FixOutcome.StepOutcome> steps, ExaminationRequest request) {
    var plan = journal.plan();
    var after = afterwards(plan, request);
    var examination = doctor.examine(after);
    var complete = steps.stream().noneMatch(step -> step.state() == FixOutcome.State.FAILED);
    var cured = plan.steps().stream().map(Plan.Step::cause).collect(Collectors.toSet());
    var waited = Duration.ZERO;
    while (complete && stillThere(examination, cured) && !request.client().sandboxed()) {
      var pause = patience.next(waited);
      if (pause.isEmpty()) {
        break;
      }
      progress.accept("waiting %d s for the change to act".formatted(pause.get().toSeconds()));
      patience.sleep(pause.get());
      waited = waited.plus(pause.get());
      examination = doctor.examine(after);
    }
    return new FixOutcome(plan.id(), steps, examination);
  }

  private static boolean stillThere(Examination examination, Set<String> cured) {
    return examination.findings().stream()
        .anyMatch(finding -> cured.contains(finding.cause().slug()));
  }

  /// The same question after the plan: a model id that the plan mended is asked for by its new
  /// name.
  private static ExaminationRequest afterwards(Plan plan, ExaminationRequest request) {
    return plan.steps().stream()
        .map(Plan.Step::change)
        .filter(Change.SetEnvVariable.class::isInstance)
        .map(Change.SetEnvVariable.class::cast)
        .filter(variable -> variable.name().equals(MODEL))
        .map(variable -> withModel(request, variable.after()))
        .reduce(request, (_, mended) -> mended);
  }

  /// The same question, where the model id came from `.env` by what stands there now.
  private static ExaminationRequest asNamedNow(ExaminationRequest request) {
    var now = EnvFile.of(request.client()).value(MODEL);
    return request.model().origin().equals(".env") && !now.isEmpty()
        ? withModel(request, now)
        : request;
  }

  private static ExaminationRequest withModel(ExaminationRequest request, String model) {
    return new ExaminationRequest(
        request.client(),
        new Setting(MODEL, model, ".env"),
        request.region(),
        request.profile(),
        request.adminProfile(),
        request.probing(),
        request.endpoint(),
        request.timeout(),
        request.clock());
  }
}
