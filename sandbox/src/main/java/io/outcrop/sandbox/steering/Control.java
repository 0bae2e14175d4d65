package io.outcrop.sandbox.steering;

import io.outcrop.http.Request;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.live.Beginning;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.live.Snapshot;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.trace.Ledger;
import io.outcrop.sandbox.world.FaultSection;
import io.outcrop.sandbox.world.RealmWriter;
import io.outcrop.sandbox.world.Secretless;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the control API of a world does. Safe for many threads.
public final class Control {
  private static final String FORMS = "docs/sandbox-control.md says what is expected";

  /// How many traces are told at once.
  private static final int PAGE = 50;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final LiveWorld world;
  private final Path folder;

  /// Steers `world`, which lives in `folder`.
  public Control(LiveWorld world, Path folder) {
    this.world = world;
    this.folder = folder;
  }

  ControlAnswer answer(Request request) {
    var name = request.path().substring(ControlDoor.PREFIX.length());
    return switch (request.method() + " " + name) {
      case "GET world" -> world();
      case "GET faults" -> faults();
      case "PUT faults" -> replaceFaults(request.text());
      case "DELETE faults" -> replaceFaults(List.of());
      case "GET clock" -> clock();
      case "PUT clock" -> moveClock(request.text());
      case "GET traces" -> traces(request.query());
      case "GET snapshot" -> ControlAnswer.document(Snapshot.of(world).document());
      case "POST restore" -> restore(request.text());
      case "POST reset" -> reset();
      default ->
          ControlAnswer.refused(
              404,
              "the control API has no `%s %s`".formatted(request.method(), request.path()),
              "docs/sandbox-control.md lists what it has",
              List.of());
    };
  }

  private ControlAnswer world() {
    return ControlAnswer.of("world", Secretless.of(RealmWriter.write(world.realm())));
  }

  private ControlAnswer faults() {
    return ControlAnswer.of("faults", FaultSection.write(world.realm().circumstances().faults()));
  }

  private ControlAnswer replaceFaults(String text) {
    var problems = new ArrayList<Problem>();
    var faults =
        document(text, problems).map(document -> FaultSection.readAlone(document, problems));
    return problems.isEmpty()
        ? replaceFaults(faults.orElse(List.of()))
        : malformed("these are no faults", problems);
  }

  private ControlAnswer replaceFaults(List<Fault> faults) {
    return world.exclusively(() -> {
      var realm = world.realm();
      world.commit(realm.with(realm.circumstances().withFaults(faults)));
      return faults();
    });
  }

  private ControlAnswer clock() {
    return ControlAnswer.of("now", Json.of(world.clock().instant().toString()));
  }

  private ControlAnswer moveClock(String text) {
    var problems = new ArrayList<Problem>();
    var wish = document(text, problems);
    var by = wish.flatMap(found -> found.text("by")).flatMap(Control::duration);
    var to = wish.flatMap(found -> found.text("to")).flatMap(Control::instant);
    if (by.isPresent() == to.isPresent()) {
      return ControlAnswer.refused(
          400,
          "the clock moves by a duration or to an instant",
          "{\"by\": \"PT15M\"} or {\"to\": \"2026-11-20T12:00:00Z\"}",
          problems);
    }
    world.moveClock(
        by.orElseGet(() -> Duration.between(world.clock().instant(), to.orElseThrow())));
    return clock();
  }

  /// The newest events, or those that follow a page: `after=`, and what the page said as `next`.
  private ControlAnswer traces(String query) {
    var after = query.startsWith("after=") ? query.substring("after=".length()) : query;
    var all = new Ledger.Lookup(Instant.EPOCH, END_OF_TIME, List.of(), _ -> true);
    return world
        .ledger()
        .events(all, PAGE, after)
        .map(page ->
            ControlAnswer.of("events", Json.array(page.events()), "next", Json.of(page.next())))
        .orElseGet(() ->
            ControlAnswer.refused(
                400,
                "`" + after + "` is no place in the traces",
                "ask for `traces` first, then for `traces?after=` and what that said as `next`",
                List.of()));
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private ControlAnswer restore(String text) {
    return switch (Snapshot.read(text)) {
      case Snapshot.Reading.Malformed(var problems) -> malformed("this is no snapshot", problems);
      case Snapshot.Reading.Read(var snapshot) -> restore(snapshot);
    };
  }

  private ControlAnswer restore(Snapshot snapshot) {
    var other = difference(snapshot.realm());
    if (other.isPresent()) {
      return ControlAnswer.refused(
          409, other.get(), "end the process that serves the world, and restore then", List.of());
    }
    snapshot.restoreTo(world, folder);
    return clock();
  }

  /// What a world that is being served cannot become.
  private Optional<String> difference(Realm wanted) {
    var realm = world.realm();
    if (!wanted.title().name().equals(realm.title().name())) {
      return Optional.of(
          "the snapshot is of the world `%s`, and `%s` is served"
              .formatted(wanted.title().name(), realm.title().name()));
    }
    return models(wanted).equals(models(realm))
        ? Optional.empty()
        : Optional.of("the snapshot has other statements about models than the world served");
  }

  private static Optional<Json> models(Realm realm) {
    return RealmWriter.write(realm).get("models");
  }

  private ControlAnswer reset() {
    return Beginning.of(folder)
        .map(this::restore)
        .orElseGet(() ->
            ControlAnswer.refused(
                409,
                "how this world began was not kept",
                "end the process that serves it; `outcrop sandbox reset` makes it anew",
                List.of()));
  }

  private static Optional<Json.Obj> document(String text, List<Problem> problems) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Json.Obj object) -> Optional.of(object);
      case JsonReading.Read(var value) -> {
        problems.add(new Problem("", value.position(), "expected an object"));
        yield Optional.empty();
      }
      case JsonReading.Malformed(var message, var position) -> {
        problems.add(new Problem("", position, message));
        yield Optional.empty();
      }
    };
  }

  private static ControlAnswer malformed(String message, List<Problem> problems) {
    var first = problems.getFirst();
    var place = first.pointer().isEmpty() ? "" : "`" + first.pointer() + "`: ";
    return ControlAnswer.refused(400, message + ": " + place + first.message(), FORMS, problems);
  }
}
