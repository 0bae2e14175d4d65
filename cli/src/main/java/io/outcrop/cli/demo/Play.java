package io.outcrop.cli.demo;

import io.outcrop.access.Doctor;
import io.outcrop.access.Fixer;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.Scope;
import io.outcrop.access.plan.FixOutcome;
import io.outcrop.access.plan.Plan;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cli.cure.Consent;
import io.outcrop.cli.cure.Course;
import io.outcrop.cli.cure.Curing;
import io.outcrop.cli.place.Place;
import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Session;
import io.outcrop.cli.view.View;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.models.ModelCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Plays one world, in a fresh copy that is gone afterwards: the call that fails, the diagnosis,
/// the plan, the cure, the proof.
final class Play {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String world;
  private final View view;
  private final Session session;

  Play(String world, View view, Session session) {
    this.world = world;
    this.view = view;
    this.session = session;
  }

  Scene perform() {
    view.part(look -> DemoText.title(world, look));
    var choice = WorldChoice.of(world, session);
    try (var held = new WorldStore(session).fresh(choice, Serving.usual());
        var place = Place.in(wishes(), held, session)) {
      var request = place.request();
      session.terminal().status("calling " + request.model().value() + " …");
      var call = new ModelCalls(request, session.clock()).plain();
      view.part(look -> DemoText.call(request, call, look));
      session.terminal().status("examining …");
      var doctor = new Doctor(CauseCatalogue::shipped, ModelCatalogue.shipped());
      var before = doctor.examine(request);
      view.part(look -> DemoText.diagnosis(before, call, look));
      var course = cure(doctor, before, place);
      return new Scene(world, call, before, course, proof(place.request()));
    } finally {
      session.terminal().clearStatus();
    }
  }

  private Course cure(Doctor doctor, Examination before, Place place) {
    var fixer =
        new Fixer(
            doctor,
            place.journals(),
            place.request().clock(),
            line -> session.terminal().status(line));
    return new Curing(fixer, place).run(before, new Showing());
  }

  private Scene.Proof proof(ExaminationRequest request) {
    session.terminal().clearStatus();
    view.part(look -> DemoText.beforeStream(request, look));
    var column = new Column(session.terminal().width());
    var proof =
        new ModelCalls(request, session.clock())
            .streamed(piece -> view.part(_ -> column.place(piece)));
    view.part(look -> DemoText.afterStream(proof, look));
    return proof;
  }

  private Wishes wishes() {
    return new Wishes(
        Wishes.Named.NOTHING,
        new Wishes.Where.InWorld(world, List.of()),
        ExaminationRequest.Probing.FREE,
        PATIENCE,
        UserClient.any(),
        Scope.ALL);
  }

  /// Applies every plan: nothing here is anybody's account.
  private final class Showing implements Consent {
    @Override
    public Optional<Plan> allow(Examination before, Plan plan) {
      view.part(look -> DemoText.plan(plan, look));
      session.terminal().status("applying …");
      return Optional.of(plan);
    }

    @Override
    public void applied(Examination before, FixOutcome outcome) {
      view.part(look -> DemoText.cure(outcome, look));
    }
  }
}
