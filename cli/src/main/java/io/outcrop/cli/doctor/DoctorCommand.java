package io.outcrop.cli.doctor;

import io.outcrop.access.Doctor;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.handoff.Handoff;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.NextCommand;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.report.Ending;
import io.outcrop.report.ExaminationJson;
import io.outcrop.report.ExaminationText;

/// `outcrop doctor`.
public final class DoctorCommand implements Command {
  /// The command.
  public DoctorCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("doctor", "find out why a model cannot be called, and what would cure it")
        .with(PlaceOptions.OPTIONS)
        .with(HandoffOptions.OPTIONS)
        .with(ViewOptions.with(DoctorViews.FORMATS.toArray(Format[]::new)))
        .withExamples(
            "outcrop doctor --model us.anthropic.claude-sonnet-5-5 --region us-east-1",
            "outcrop doctor --world seed-a",
            "outcrop doctor --world seed-a --json",
            "outcrop doctor --format text --format html --output - --output report.html",
            "outcrop doctor --handoff --format html --output page.html --source app.py:42");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    var handsOff = arguments.has("--handoff");
    var view = View.of(arguments, session, handsOff ? HandoffViews.FORMATS : DoctorViews.FORMATS);
    var wishes = Wishes.of(arguments, session);
    var body = HandoffOptions.body(arguments, session);
    var site = HandoffOptions.site(arguments, session);
    try (var place = Place.open(wishes, session)) {
      session.terminal().status("asking AWS …");
      var doctor = new Doctor(CauseCatalogue.shipped(), ModelCatalogue.shipped());
      var request = place.request();
      var seen = doctor.look(body.isEmpty() ? request : request.withBody(body.getFirst()));
      var examination = doctor.judge(seen);
      var ending = new Ending(place.world(), next(examination, wishes));
      if (handsOff) {
        var extras =
            new Handoff.Extras(
                site, body, arguments.text("--request"), model -> again(model, wishes));
        HandoffViews.write(doctor.handoff(seen, examination, extras), ending, view);
      } else {
        view.write(
            look -> ExaminationText.render(examination, ending, look),
            () -> ExaminationJson.of(examination, ending),
            DoctorViews.of(examination, site, ending, view.look().mask()));
      }
      return code(examination.status());
    } finally {
      session.terminal().clearStatus();
    }
  }

  /// The exit code that a verdict stands for.
  public static int code(Examination.Status status) {
    return switch (status) {
      case HEALTHY -> ExitCode.FINE;
      case BROKEN -> ExitCode.PROBLEM;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /// The same examination, of the model id that should be called where one was named.
  private static String again(String model, Wishes wishes) {
    var same = NextCommand.of("doctor", wishes);
    return wishes.model().isEmpty()
        ? same
        : same.replace(
            "--model " + NextCommand.quoted(wishes.model()),
            "--model " + NextCommand.quoted(model));
  }

  private static String next(Examination examination, Wishes wishes) {
    return switch (examination.status()) {
      case HEALTHY -> NextCommand.of("doctor", wishes, "--probe paid");
      case BROKEN -> NextCommand.afterRoot(examination, wishes);
      case UNKNOWN -> NextCommand.of("doctor", wishes, "-v");
    };
  }
}
