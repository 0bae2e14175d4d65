package io.outcrop.cli.sandbox;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.place.HeldWorld;
import io.outcrop.cli.place.RunningWorld;
import io.outcrop.cli.place.Serving;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.WorldChoice;
import io.outcrop.cli.place.WorldStore;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.sandbox.steering.Steering;
import java.util.List;

/// A world whose control API answers: of the process that serves it, else of this one for as long
/// as this is open.
final class SteeredWorld implements AutoCloseable {
  private final RunningWorld world;
  private final Steering steering;
  private final List<HeldWorld> held;

  private SteeredWorld(RunningWorld world, Steering steering, List<HeldWorld> held) {
    this.world = world;
    this.steering = steering;
    this.held = held;
  }

  /// The world that `--world` names.
  static SteeredWorld of(Arguments arguments, Session session) {
    return named(Wishes.worldOrHealthy(arguments, session), session);
  }

  static SteeredWorld named(String value, Session session) {
    var choice = WorldChoice.keptOr(value, session);
    return switch (new WorldStore(session).open(choice, Serving.usual())) {
      case WorldStore.Opened.Joined(var running, var folder) ->
          new SteeredWorld(running, Steering.of(running.endpoint(), folder), List.of());
      case WorldStore.Opened.Held(var mine) ->
          new SteeredWorld(
              mine.running(), Steering.of(mine.running().endpoint(), mine.folder()), List.of(mine));
    };
  }

  String name() {
    return world.name();
  }

  Steering steering() {
    return steering;
  }

  /// The answer of what was done.
  ///
  /// @throws Complaint if it was refused
  static Json.Obj done(Steering.Outcome outcome) {
    return switch (outcome) {
      case Steering.Outcome.Done(var answer) -> answer;
      case Steering.Outcome.Refused(var message, var help) -> throw Complaint.usage(message, help);
    };
  }

  @Override
  public void close() {
    held.forEach(HeldWorld::close);
  }
}
