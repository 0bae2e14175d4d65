package io.outcrop.cli.doctor;

import io.outcrop.access.Doctor;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Matrix;
import io.outcrop.access.examination.Stage;
import io.outcrop.access.handoff.Handoff;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Syntax;
import io.outcrop.cli.place.ClientOptions;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.PlaceOptions;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.session.Command;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.Format;
import io.outcrop.cli.view.View;
import io.outcrop.cli.view.ViewOptions;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.report.Ending;
import io.outcrop.report.ExaminationJson;
import io.outcrop.report.ExaminationText;
import io.outcrop.report.MatrixJson;
import io.outcrop.report.MatrixText;
import io.outcrop.report.WatchText;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Masking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// `outcrop doctor`.
public final class DoctorCommand implements Command {
  private static final Look PLAIN = new Look(80, false, false, false, false);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

  /// The command.
  public DoctorCommand() {}

  @Override
  public Syntax syntax() {
    return Syntax.of("doctor", "find out why a model cannot be called, and what would cure it")
        .with(PlaceOptions.OPTIONS)
        .with(ClientOptions.OPTIONS)
        .with(DoctorOptions.OPTIONS)
        .with(HandoffOptions.OPTIONS)
        .with(ViewOptions.with(DoctorViews.FORMATS.toArray(Format[]::new)))
        .withExamples(
            "outcrop doctor --model us.anthropic.claude-sonnet-5-5 --region us-east-1",
            "outcrop doctor --all-models --region us-east-1 --region eu-west-1",
            "outcrop doctor --as arn:aws:iam::111122223333:role/app",
            "outcrop doctor --hop my-function --call converse",
            "outcrop doctor --explain-calls --as arn:aws:iam::111122223333:role/app",
            "outcrop doctor --save-evidence seen.json --mask",
            "outcrop doctor --world seed-a --json",
            "outcrop doctor --format text --format html --output - --output report.html",
            "outcrop doctor --handoff --format html --output page.html --source app.py:42");
  }

  @Override
  public int run(Arguments arguments, Session session) {
    if (arguments.has("--list-stages")) {
      session.terminal().print(String.join("\n", Stage.NAMES) + "\n");
      return ExitCode.FINE;
    }
    if (arguments.has("--explain-calls")) {
      return ExplainCalls.run(arguments, session);
    }
    Combinations.check(arguments);
    if (!arguments.has("--evidence")) {
      Doctor.getReady();
    }
    var doctor =
        new Doctor(
            CauseCatalogue::shipped,
            ModelCatalogue.shipped(),
            examination -> toNobody(examination, arguments.has("--json")));
    if (arguments.has("--handoff")) {
      return handOff(arguments, session, doctor);
    }
    var view = View.of(arguments, session, DoctorViews.FORMATS);
    return arguments.has("--evidence")
        ? replay(arguments, session, view, doctor)
        : examine(arguments, session, view, doctor);
  }

  private static int handOff(Arguments arguments, Session session, Doctor doctor) {
    var view = View.of(arguments, session, HandoffViews.FORMATS);
    var body = HandoffOptions.body(arguments, session);
    var wishes = wishes(arguments, session, body);
    var site = HandoffOptions.site(arguments, session);
    try (var place = Place.open(wishes, session)) {
      var requests = Cells.of(arguments, request(place, body), ModelCatalogue.shipped());
      if (requests.size() > 1) {
        throw Complaint.usage(
            "`--handoff` is a page about one call, and this names %d".formatted(requests.size()),
            "name one model, one region and one profile");
      }
      var seen = examining(arguments, session, view, doctor).look(requests).getFirst();
      var examination = doctor.judge(seen);
      var next = new NextSteps(wishes, arguments);
      var ending = new Ending(place.world(), next.after(examination));
      var extras = new Handoff.Extras(site, body, arguments.text("--request"), next::again);
      HandoffViews.write(doctor.handoff(seen, examination, extras), ending, view);
      return code(examination.status());
    } finally {
      session.terminal().clearStatus();
    }
  }

  private static int replay(Arguments arguments, Session session, View view, Doctor doctor) {
    var kept = new EvidenceFile(arguments.text("--evidence"), session).read();
    DoctorViews.canShow(kept.cells().size(), view);
    var matrix = examining(arguments, session, view, doctor).judge(kept.cells());
    var ending = new Ending(kept.world(), "");
    view.write(
        look -> text(matrix, ending, look),
        () -> json(matrix, ending).with("replayed", Json.of(true)),
        views(matrix, ending, arguments, session, view));
    return code(matrix.status());
  }

  private static int examine(Arguments arguments, Session session, View view, Doctor doctor) {
    var body = HandoffOptions.body(arguments, session);
    var wishes = wishes(arguments, session, body);
    var every = arguments.value("--every").map(text -> Wishes.time(text, "--every"));
    var keep =
        arguments.value("--save-evidence").map(name -> view.besides("--save-evidence", name));
    try (var place = Place.open(wishes, session)) {
      var examining = examining(arguments, session, view, doctor);
      var requests = Cells.of(arguments, request(place, body), ModelCatalogue.shipped());
      DoctorViews.canShow(requests.size(), view);
      var seen = examining.look(requests);
      if (keep.isPresent()) {
        new EvidenceFile(arguments.text("--save-evidence"), session)
            .save(seen, place.world(), view.look().mask(), doctor, keep.get());
      }
      var matrix = examining.judge(seen);
      var ending = new Ending(place.world(), new NextSteps(wishes, arguments).after(matrix));
      if (!arguments.has("--watch")) {
        view.write(
            look -> text(matrix, ending, look),
            () -> json(matrix, ending),
            views(matrix, ending, arguments, session, view));
        return code(matrix.status());
      }
      return watch(
          () ->
              examining.judge(
                  examining.look(
                      Cells.of(arguments, request(place, body), ModelCatalogue.shipped()))),
          matrix,
          every.orElse(USUAL_PAUSE),
          place,
          view,
          (last, end) -> views(last, end, arguments, session, view));
    } finally {
      session.terminal().clearStatus();
    }
  }

  /// What is wished for, with the guardrail that the caller's own body names.
  private static Wishes wishes(Arguments arguments, Session session, List<Json.Obj> body) {
    var wishes = ClientOptions.wishes(arguments, session);
    var scope = wishes.scope();
    return wishes.within(scope.guardrail(body).map(scope::under).orElse(scope));
  }

  private static ExaminationRequest request(Place place, List<Json.Obj> body) {
    var request = place.request();
    return body.isEmpty() ? request : request.withBody(body.getFirst());
  }

  private static Examining examining(
      Arguments arguments, Session session, View view, Doctor doctor) {
    return new Examining(doctor, session, new PaidConsent(arguments, session, view.look()));
  }

  private static int watch(
      Supplier<Matrix> examine,
      Matrix first,
      Duration every,
      Place place,
      View view,
      BiFunction<Matrix, Ending, Map<Format, Supplier<String>>> views) {
    view.part(look -> text(first, Ending.none(), look));
    var watched =
        new Watch(examine, every, place.request().clock(), Thread::sleep)
            .run(
                first,
                step ->
                    view.part(look -> WatchText.step(step.at(), step.lines(), step.now(), look)));
    var last = watched.last();
    var ending = new Ending(place.world(), "");
    view.part(look ->
        WatchText.ending(last.status().id(), watched.examinations(), watched.took(), ending, look));
    view.rest(
        look -> text(last, ending, look),
        () ->
            json(last, ending)
                .with(
                    "changes",
                    Json.array(
                        watched.steps().stream()
                            .map(step ->
                                Json.object()
                                    .with("at", Json.of(step.at().toString()))
                                    .with("lines", Json.ofTexts(step.lines())))
                            .toList())),
        views.apply(last, ending));
    return code(last.status());
  }

  /// Shows `examination` as it will be shown, and throws that away.
  private static void toNobody(Examination examination, boolean asJson) {
    var matrix = new Matrix(List.of(new Matrix.Cell("", examination)));
    var _ =
        asJson
            ? JsonWriter.pretty(Masking.of(json(matrix, Ending.none()), false))
            : text(matrix, Ending.none(), PLAIN);
  }

  private static String text(Matrix matrix, Ending ending, Look look) {
    return matrix.cells().size() == 1
        ? ExaminationText.render(matrix.worst().examination(), ending, look)
        : MatrixText.render(matrix, ending, look);
  }

  private static Json.Obj json(Matrix matrix, Ending ending) {
    return matrix.cells().size() == 1
        ? ExaminationJson.of(matrix.worst().examination(), ending)
        : MatrixJson.of(matrix, ending);
  }

  /// The exit code that a verdict stands for.
  public static int code(Examination.Status status) {
    return switch (status) {
      case HEALTHY -> ExitCode.FINE;
      case BROKEN -> ExitCode.PROBLEM;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /// The views of one examination besides text and JSON; a table of several has none.
  private static Map<Format, Supplier<String>> views(
      Matrix matrix, Ending ending, Arguments arguments, Session session, View view) {
    if (matrix.cells().size() > 1) {
      return Map.of();
    }
    var site = HandoffOptions.site(arguments, session);
    var examination = matrix.worst().examination();
    return DoctorViews.of(examination, site, ending, view.look().mask());
  }
}
