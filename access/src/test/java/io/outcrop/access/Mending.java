package io.outcrop.access;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.FixOutcome.State;
import io.outcrop.access.plan.FixOutcome.StepOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What the tests of `fix` do again and again.
final class Mending {
  /// A use-case form as somebody might fill it in.
  static final Json.Obj FORM =
      Json.object()
          .with("companyName", Json.of("Example Corp"))
          .with("companyWebsite", Json.of("https://example.com"))
          .with("intendedUsers", Json.of("0"))
          .with("industryOption", Json.of("Software"))
          .with("useCases", Json.of("Drafting texts"));

  private static final int MOST_ROUNDS = 5;

  private Mending() {}

  static Plan plan(InWorld world, Fixer fixer) {
    return fixer.plan(world.examine(), world.request());
  }

  static FixOutcome fix(InWorld world, Fixer fixer) {
    return fixer.apply(plan(world, fixer), world.request());
  }

  /// Every round until nothing is broken or nothing more can be done; empty if nothing can be.
  static List<FixOutcome> fixAll(InWorld world, Fixer fixer) {
    var rounds = new ArrayList<FixOutcome>();
    var now = world.examine();
    while (now.status() == Examination.Status.BROKEN && rounds.size() < MOST_ROUNDS) {
      var request = world.request();
      var plan = fixer.plan(now, request);
      if (plan.steps().isEmpty()) {
        break;
      }
      rounds.add(fixer.apply(plan, request));
      if (rounds.getLast().after().findings().equals(now.findings())) {
        break;
      }
      now = rounds.getLast().after();
    }
    return rounds;
  }

  static List<String> causes(Examination examination) {
    return examination.findings().stream().map(Finding::cause).map(cause -> cause.slug()).toList();
  }

  static Stage stage(Examination examination, String name) {
    return examination.stages().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<Change> changes(Plan plan) {
    return plan.steps().stream().map(Plan.Step::change).toList();
  }

  static List<State> states(List<StepOutcome> steps) {
    return steps.stream().map(StepOutcome::state).toList();
  }

  static ExaminationRequest over(URI endpoint, ExaminationRequest request) {
    return new ExaminationRequest(
        request.client(),
        request.model(),
        request.region(),
        request.profile(),
        request.adminProfile(),
        request.probing(),
        endpoint,
        request.timeout(),
        request.clock());
  }
}
