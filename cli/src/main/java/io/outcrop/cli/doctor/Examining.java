package io.outcrop.cli.doctor;

import io.outcrop.access.Doctor;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.examination.Matrix;
import io.outcrop.cli.session.Session;
import io.outcrop.cloud.answer.Answer;
import java.util.List;
import java.util.stream.Stream;

/// Looks and judges, and says on the way how far it is.
final class Examining {
  private final Doctor doctor;
  private final Session session;
  private final PaidConsent consent;

  Examining(Doctor doctor, Session session, PaidConsent consent) {
    this.doctor = doctor;
    this.session = session;
    this.consent = consent;
  }

  /// What each of `requests` sees. What is paid for is sent only once somebody has agreed to what
  /// it starts and costs.
  List<Observations> look(List<ExaminationRequest> requests) {
    if (requests.getFirst().probing() != Probing.PAID) {
      return lookAtOnce(requests);
    }
    consent.canBeGiven();
    var seen = lookAtOnce(requests.stream().map(request -> request.probing(Probing.NONE)).toList());
    if (!consent.allows(doctor.paidProbes(seen))) {
      return seen;
    }
    session.terminal().status("calling …");
    var called = doctor.call(requests, seen, _ -> {});
    session.terminal().clearStatus();
    return called;
  }

  private List<Observations> lookAtOnce(List<ExaminationRequest> requests) {
    var terminal = session.terminal();
    terminal.status("asking AWS …");
    if (requests.size() == 1) {
      var seen = List.of(doctor.look(requests.getFirst()));
      terminal.clearStatus();
      return seen;
    }
    var seen =
        doctor.look(
            requests, done -> terminal.status("asking AWS … " + done + " of " + requests.size()));
    terminal.clearStatus();
    var late = seen.stream().filter(Examining::isLate).count();
    if (late > 0) {
      terminal.tell(
          "outcrop: %d of %d were not finished within %d s; what was seen of them is judged"
              .formatted(late, seen.size(), requests.getFirst().timeout().toSeconds()));
      terminal.tell("help: `--timeout` gives more time");
    }
    return seen;
  }

  /// What `seen` amounts to.
  Matrix judge(List<Observations> seen) {
    return new Matrix(
        seen.stream()
            .map(one -> new Matrix.Cell(one.asked().profile(), doctor.judge(one)))
            .toList());
  }

  private static boolean isLate(Observations seen) {
    return Stream.of(seen.reached(), seen.identity(), seen.plain(), seen.streaming())
        .anyMatch(look ->
            look instanceof Observation.Unreachable<?>(var _, var stage, var _, var _, var _)
                && stage == Answer.Stage.DEADLINE);
  }
}
