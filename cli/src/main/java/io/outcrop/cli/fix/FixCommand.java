package io.outcrop.cli.fix;

import io.outcrop.access.Doctor;
import io.outcrop.access.Fixer;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.cure.Course;
import io.outcrop.cli.cure.Curing;
import io.outcrop.cli.doctor.DoctorCommand;
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
import io.outcrop.report.OutcomeText;
import io.outcrop.report.PlanText;
import java.util.List;
import java.util.Optional;

/// `outcrop fix`.
public final class FixCommand implements Command {
  /// The command.
  public FixCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("fix", "show what would cure it, ask, do it, and look again")
        .with(
            List.of(
                Option.flag("--yes", "do not ask"),
                Option.flag("--plan-only", "show the plan and change nothing"),
                Option.of("--form", "FILE", "file Anthropic's use-case form from this JSON file"),
                Option.optional("--undo", "PLAN", "take the last plan, or the named one, back"),
                Option.optional("--resume", "PLAN", "go on with a plan that was interrupted")))
        .with(PlaceOptions.OPTIONS)
        .with(ViewOptions.OPTIONS)
        .withExamples(
            "outcrop fix --world seed-a",
            "outcrop fix --profile app --admin-profile admin --plan-only",
            "outcrop fix --undo --world seed-a");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    exclusive(arguments);
    var form = FormFile.of(arguments, session);
    var view = View.of(arguments, session);
    var wishes = Wishes.of(arguments, session);
    try (var place = Place.open(wishes, session)) {
      var doctor = new Doctor(CauseCatalogue.shipped(), ModelCatalogue.shipped());
      var plain = new Fixer(doctor, place.journals(), line -> session.terminal().tell("  " + line));
      var fixer = form.map(plain::withForm).orElse(plain);
      if (arguments.has("--undo")) {
        return undo(arguments.text("--undo"), fixer, place, wishes, view);
      }
      if (arguments.has("--resume")) {
        return resume(arguments.text("--resume"), fixer, place, wishes, view);
      }
      session.terminal().status("asking AWS …");
      var before = doctor.examine(place.request());
      session.terminal().clearStatus();
      return arguments.has("--plan-only")
          ? planOnly(before, fixer, place, wishes, view)
          : cure(before, fixer, place, wishes, view, arguments.has("--yes"), session);
    }
  }

  private static int planOnly(
      Examination before, Fixer fixer, Place place, Wishes wishes, View view) {
    var plan = fixer.plan(before, place.request());
    var next =
        plan.steps().isEmpty()
            ? NextCommand.of("doctor", wishes, "-v")
            : NextCommand.of("fix", wishes);
    var ending = new Ending(place.world(), next);
    view.write(
        look -> PlanText.render(before, plan, ending, look),
        () ->
            FixJson.of(
                "planned", before, List.of(new FixJson.Round(plan, List.of())), before, ending));
    return DoctorCommand.code(before.status());
  }

  private static int cure(
      Examination before,
      Fixer fixer,
      Place place,
      Wishes wishes,
      View view,
      boolean yes,
      Session session) {
    var asking = new Asking(yes, view, session);
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

  private static FixOutcome known(String plan, java.util.function.Supplier<FixOutcome> work) {
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

  private static boolean complete(FixOutcome outcome) {
    return outcome.steps().stream()
        .noneMatch(step ->
            step.state() == FixOutcome.State.FAILED
                || step.state() == FixOutcome.State.NOT_REACHED);
  }

  private static String next(Course course, Wishes wishes) {
    if (!course.applied().isEmpty() && course.after().status() == Examination.Status.HEALTHY) {
      return NextCommand.of("fix", wishes, "--undo");
    }
    return course.declined()
        ? NextCommand.of("fix", wishes)
        : NextCommand.of("doctor", wishes, "-v");
  }

  private static void exclusive(Arguments arguments) {
    var given =
        List.of("--undo", "--resume", "--plan-only").stream().filter(arguments::has).toList();
    if (given.size() > 1) {
      throw Complaint.usage(
          "`" + given.get(0) + "` and `" + given.get(1) + "` exclude each other",
          "leave one of them out");
    }
  }
}
