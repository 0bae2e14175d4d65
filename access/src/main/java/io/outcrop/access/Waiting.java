package io.outcrop.access;

import io.outcrop.access.change.ExpectedWait;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Examination.Status;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Waits until a plan's changes act, examines, and has the cure seen several times running, since a
/// change that acts at one of AWS's machines need not act at the next.
final class Waiting {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /// In a sandbox nothing takes longer: a world in which changes spread slowly takes five seconds.
  private static final Duration IN_SANDBOX = Duration.ofSeconds(15);

  /// Evidence that stands although nothing that was read supports it.
  private static final Set<String> AWS_ALONE = Set.of("observed", "differs", "catalogue");

  private final Doctor doctor;
  private final Patience patience;
  private final Consumer<String> progress;

  Waiting(Doctor doctor, Patience patience, Consumer<String> progress) {
    this.doctor = doctor;
    this.patience = patience;
    this.progress = progress;
  }

  /// What was seen last, and how sure it is.
  record Seen(Examination examination, FixOutcome.Proof proof) {}

  /// Examines until the causes that the plan cures are gone and stay gone, or patience ends. What
  /// AWS has yet to decide is not waited for.
  Seen until(Plan plan, ExaminationRequest request) {
    var cured =
        plan.steps().stream()
            .filter(step -> ExpectedWait.of(step.change()) != ExpectedWait.DECISION)
            .map(Plan.Step::cause)
            .collect(Collectors.toSet());
    var limited = request.client().sandboxed() ? patience.atMost(IN_SANDBOX) : patience;
    var waited = Duration.ZERO;
    while (true) {
      var examination = doctor.examine(request);
      var proofs = 0;
      if (!mayCome(examination, cured, request)) {
        proofs = proofs(examination, request);
        if (proofs == 0 || proofs >= patience.proofs()) {
          return new Seen(examination, new FixOutcome.Proof(proofs, waited));
        }
      }
      var pause = limited.next(waited);
      if (pause.isEmpty()) {
        return new Seen(examination, new FixOutcome.Proof(proofs, waited));
      }
      tell(plan, pause.get(), request);
      patience.sleep(pause.get());
      waited = waited.plus(pause.get());
    }
  }

  /// How often in a row both calls went through, this examination's included; 0 if it cannot be
  /// told, or if something else is broken.
  private int proofs(Examination examination, ExaminationRequest request) {
    if (examination.status() != Status.HEALTHY
        || request.probing() == ExaminationRequest.Probing.NONE) {
      return 0;
    }
    var proofs = 1;
    while (proofs < patience.proofs() && doctor.callsGoThrough(request)) {
      proofs++;
    }
    return proofs;
  }

  /// Whether what is seen may still be the state before the change.
  private static boolean mayCome(
      Examination examination, Set<String> cured, ExaminationRequest request) {
    var sandboxed = request.client().sandboxed();
    return examination.findings().stream()
            .anyMatch(finding ->
                isOnlyObserved(finding)
                    ? saysTheSame(finding, cured)
                    : !sandboxed && cured.contains(finding.cause().slug()))
        || (examination.status() == Status.UNKNOWN && examination.findings().isEmpty());
  }

  /// Whether AWS says in `finding` what it says of a cause that was cured. Which of several such
  /// causes it is, policies told before the change and do not tell any more.
  private static boolean saysTheSame(Finding finding, Set<String> cured) {
    var cause = finding.cause();
    return cured.contains(cause.slug()) || cause.lookAlikes().stream().anyMatch(cured::contains);
  }

  /// AWS says it, but nothing that can be read does any more: the change has not reached
  /// everywhere.
  private static boolean isOnlyObserved(Finding finding) {
    return finding.evidence().stream().allMatch(evidence -> AWS_ALONE.contains(evidence.kind()));
  }

  private void tell(Plan plan, Duration pause, ExaminationRequest request) {
    var expected =
        plan.steps().stream()
            .map(step -> ExpectedWait.of(step.change()))
            .max(Comparator.naturalOrder())
            .orElse(ExpectedWait.NONE);
    var next = request.clock().instant().plus(pause).atZone(ZoneId.systemDefault());
    progress.accept(
        "changed, and not seen to act yet (%s); next try %s"
            .formatted(expected.words(), TIME.format(next)));
  }
}
