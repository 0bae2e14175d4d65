package io.outcrop.cli.fix;

import io.outcrop.access.Doctor;
import io.outcrop.access.Fixer;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.cure.Course;
import io.outcrop.cli.cure.Curing;
import io.outcrop.cli.doctor.DoctorCommand;
import io.outcrop.cli.doctor.PaidConsent;
import io.outcrop.cli.place.ClientOptions;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.report.Ending;
import io.outcrop.report.FixJson;
import io.outcrop.report.HistoryText;
import io.outcrop.report.OutcomeText;
import io.outcrop.report.PlanText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `outcrop fix`.
public final class FixCommand implements Command {
  /// The command.
  public FixCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("fix", "show what would cure it, ask, do it, and look again")
        .with(FixOptions.OPTIONS)
        .with(PlaceOptions.OPTIONS)
        .with(ClientOptions.OPTIONS)
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop fix --world seed-a",
            "outcrop fix --profile app --admin-profile admin --plan plan.json",
            "outcrop fix --profile app --admin-profile admin --apply plan.json",
            "outcrop fix --undo --world seed-a");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    FixOptions.check(arguments);
    if (!arguments.has("--history")) {
      Doctor.getReady();
    }
    var planning = FixOptions.wishes(arguments, session);
    var forms = FixOptions.forms(arguments);
    var quotas = WantedQuotas.of(arguments);
    var view = View.of(arguments, session);
    var wishes = ClientOptions.wishes(arguments, session);
    try (var place = Place.open(wishes, session)) {
      var doctor = new Doctor(CauseCatalogue::shipped, ModelCatalogue.shipped());
      var fixer =
          new Fixer(
                  doctor,
                  place.journals(),
                  place.request().clock(),
                  line -> session.terminal().tell("  " + line))
              .with(planning);
      if (arguments.has("--history")) {
        return history(fixer, place, wishes, view);
      }
      if (wishes.probing() == Probing.PAID
          && !agreed(doctor, place, new PaidConsent(arguments, session, view.look()), session)) {
        return ExitCode.PROBLEM;
      }
      if (arguments.has("--undo")) {
        return undo(arguments.text("--undo"), fixer, place, wishes, view);
      }
      if (arguments.has("--resume")) {
        return resume(arguments.text("--resume"), fixer, place, wishes, view);
      }
      session.terminal().status("asking AWS …");
      var before = doctor.examine(place.request());
      session.terminal().clearStatus();
      fixer = fixer.with(planning.withQuotas(quotas.of(before)));
      var asking = new Asking(arguments.has("--yes"), forms, view, session);
      if (arguments.has("--apply")) {
        return new Applying(fixer, place, wishes, view)
            .run(PlanFile.read(arguments.text("--apply"), session), before, asking);
      }
      if (planning.form().isEmpty() && !arguments.has("--yes")) {
        fixer = FormQuestions.ask(before, session.terminal()).map(fixer::withForm).orElse(fixer);
      }
      return arguments.has("--plan-only") || arguments.has("--plan")
          ? planOnly(before, fixer.plan(before, place.request()), arguments, place, wishes, session)
          : cure(before, fixer, place, wishes, view, asking);
    }
  }

  /// Whether somebody agrees to calls that are paid for.
  private static boolean agreed(Doctor doctor, Place place, PaidConsent consent, Session session) {
    consent.canBeGiven();
    session.terminal().status("asking AWS …");
    var seen = doctor.look(place.request().probing(Probing.NONE));
    session.terminal().clearStatus();
    session.terminal().tell("outcrop: these calls are made each time that fix looks at the model");
    return consent.allows(doctor.paidProbes(List.of(seen)));
  }

  private static int history(Fixer fixer, Place place, Wishes wishes, View view) {
    var plans = fixer.history();
    var ending = new Ending(place.world(), NextCommand.of("doctor", wishes));
    view.write(
        look -> HistoryText.render(plans, ending, look), () -> HistoryText.json(plans, ending));
    return ExitCode.FINE;
  }

  private static int planOnly(
      Examination before,
      Plan plan,
      Arguments arguments,
      Place place,
      Wishes wishes,
      Session session) {
    var file = arguments.text("--plan");
    if (!file.isEmpty()) {
      PlanFile.write(plan, file, session);
    }
    var ending = new Ending(place.world(), nextOf(plan, file, wishes, arguments));
    View.of(arguments, session)
        .write(
            look -> PlanText.render(before, plan, FixOptions.forms(arguments), ending, look),
            () ->
                FixJson.of(
                    "planned",
                    before,
                    List.of(new FixJson.Round(plan, List.of())),
                    before,
                    ending));
    return DoctorCommand.code(before.status());
  }

  private static String nextOf(Plan plan, String file, Wishes wishes, Arguments arguments) {
    if (plan.steps().isEmpty()) {
      return NextCommand.of("doctor", wishes, "-v");
    }
    return file.isEmpty()
        ? NextCommand.of("fix", wishes, WantedQuotas.words(arguments))
        : NextCommand.of("fix", wishes, "--apply", NextCommand.quoted(file));
  }

  private static int cure(
      Examination before, Fixer fixer, Place place, Wishes wishes, View view, Asking asking) {
    if (before.status() == Examination.Status.BROKEN) {
      asking.canAnswer();
    }
    var course = new Curing(fixer, place).run(before, asking);
    var ending = new Ending(place.world(), next(course, wishes));
    view.part(look ->
        course.rounds().isEmpty()
            ? OutcomeText.renderLast(before, ending, look)
            : "\n" + OutcomeText.renderEnding(ending, look));
    var rounds =
        course.rounds().stream()
            .map(round -> new FixJson.Round(round.plan(), round.outcome()))
            .toList();
    var status = course.declined() ? "declined" : course.after().status().id();
    view.rest(
        look -> OutcomeText.renderLast(course.after(), ending, look),
        () -> FixJson.of(status, before, rounds, course.after(), ending));
    return DoctorCommand.code(course.after().status());
  }

  private static int undo(String named, Fixer fixer, Place place, Wishes wishes, View view) {
    var plan = named(named, fixer.undoable(), "no plan was applied that is not undone already");
    var outcome = known(plan, () -> fixer.undo(plan, place.request()));
    var ending = new Ending(place.world(), NextCommand.of("doctor", wishes));
    view.write(
        look -> OutcomeText.render(outcome, ending, look),
        () -> FixJson.of("undone", outcome, ending));
    return complete(outcome) ? ExitCode.FINE : ExitCode.PROBLEM;
  }

  private static int resume(String named, Fixer fixer, Place place, Wishes wishes, View view) {
    var plan = named(named, fixer.unfinished(), "no plan was interrupted");
    var outcome = known(plan, () -> fixer.resume(plan, place.request()));
    var status = outcome.after().status();
    var ending = new Ending(place.world(), NextCommand.of("doctor", wishes));
    view.write(
        look -> OutcomeText.render(outcome, ending, look),
        () -> FixJson.of(status.id(), outcome, ending));
    return complete(outcome) ? DoctorCommand.code(status) : ExitCode.PROBLEM;
  }

  private static FixOutcome known(String plan, Supplier<FixOutcome> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException unknown) {
      throw Complaint.usage(
          String.valueOf(unknown.getMessage()), "leave out `" + plan + "` for the last one");
    }
  }

  private static String named(String given, Optional<String> last, String none) {
    return given.isEmpty() ? last.orElseThrow(() -> Complaint.usage(none, "")) : given;
  }

  static boolean complete(FixOutcome outcome) {
    return outcome.steps().stream()
        .noneMatch(step -> step.state().stops() || step.state() == FixOutcome.State.NOT_REACHED);
  }

  private static String next(Course course, Wishes wishes) {
    if (!course.applied().isEmpty() && course.after().status() == Examination.Status.HEALTHY) {
      return NextCommand.of("fix", wishes, "--undo");
    }
    return course.declined()
        ? NextCommand.of("fix", wishes)
        : NextCommand.of("doctor", wishes, "-v");
  }
}
