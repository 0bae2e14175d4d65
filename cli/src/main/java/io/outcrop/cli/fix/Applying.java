package io.outcrop.cli.fix;

import io.outcrop.access.Fixer;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.Plan;
import io.outcrop.cli.doctor.DoctorCommand;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.cli.view.View;
import io.outcrop.report.Ending;
import io.outcrop.report.FixJson;
import io.outcrop.report.OutcomeText;
import java.util.List;

/// Applies the plan of a file: that plan, and nothing that is found besides.
final class Applying {
  private final Fixer fixer;
  private final Place place;
  private final Wishes wishes;
  private final View view;

  Applying(Fixer fixer, Place place, Wishes wishes, View view) {
    this.fixer = fixer;
    this.place = place;
    this.wishes = wishes;
    this.view = view;
  }

  int run(Plan plan, Examination before, Asking asking) {
    sameQuestion(plan, before);
    if (!plan.steps().isEmpty()) {
      asking.canAnswer();
    }
    var allowed = asking.allow(before, plan);
    if (allowed.isEmpty()) {
      var ending = new Ending(place.world(), NextCommand.of("doctor", wishes, "-v"));
      view.rest(
          look -> OutcomeText.renderLast(before, ending, look),
          () ->
              FixJson.of(
                  plan.steps().isEmpty() ? before.status().id() : "declined",
                  before,
                  List.of(new FixJson.Round(plan, List.of())),
                  before,
                  ending));
      return DoctorCommand.code(before.status());
    }
    var outcome = fixer.apply(allowed.get(), place.request());
    var complete = FixCommand.complete(outcome);
    var next =
        complete ? NextCommand.of("fix", wishes, "--undo") : NextCommand.of("doctor", wishes, "-v");
    var ending = new Ending(place.world(), next);
    view.part(look -> "\n" + OutcomeText.render(before, outcome, ending, look));
    view.rest(
        look -> OutcomeText.render(before, outcome, ending, look),
        () ->
            FixJson.of(
                outcome.after().status().id(),
                before,
                List.of(new FixJson.Round(allowed.get(), List.of(outcome))),
                outcome.after(),
                ending));
    return complete ? DoctorCommand.code(outcome.after().status()) : ExitCode.PROBLEM;
  }

  /// A plan is for one call of one principal: another question would be verified, not the plan.
  private static void sameQuestion(Plan plan, Examination before) {
    var terms = plan.terms();
    var subject = before.subject();
    same("model", "--model", terms.model(), subject.model());
    same("region", "--region", terms.region(), subject.region());
    same("principal", "--profile", terms.principal(), subject.principal());
  }

  private static void same(String what, String option, String planned, String now) {
    if (!planned.isEmpty() && !now.isEmpty() && !planned.equals(now)) {
      throw Complaint.usage(
          "the plan is for %s `%s`, and this would be %s `%s`".formatted(what, planned, what, now),
          "give `" + option + "` as when the plan was made");
    }
  }
}
