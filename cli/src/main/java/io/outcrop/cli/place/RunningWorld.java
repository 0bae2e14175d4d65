package io.outcrop.cli.place;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A world that answers, in this process or in another one. It is published in a file that only its
/// owner may read, because the client side's environment holds its keys.
///
/// @param name the world's name
/// @param process the process that holds it
/// @param endpoint where it answers
/// @param client its client side
/// @param subject what is examined there
/// @param ahead how far its clock is ahead of the machine's
public record RunningWorld(
    String name,
    long process,
    URI endpoint,
    Sandbox.ClientFolder client,
    Sandbox.Subject subject,
    Duration ahead) {
  /// The world that `sandbox` runs in this process.
  static RunningWorld of(String name, Sandbox sandbox, InstantSource machine) {
    return new RunningWorld(
        name,
        ProcessHandle.current().pid(),
        sandbox.endpoint(),
        sandbox.client(),
        sandbox.subject(),
        Duration.between(machine.instant(), sandbox.clock().instant()));
  }

  /// Its clock.
  public InstantSource clock(InstantSource machine) {
    return () -> machine.instant().plus(ahead);
  }

  /// Names no variable's value: the environment holds keys.
  @Override
  public String toString() {
    return name + " at " + endpoint;
  }

  String published() {
    var environment = new LinkedHashMap<String, Json>();
    client.environment().forEach((variable, value) -> environment.put(variable, Json.of(value)));
    return JsonWriter.pretty(
        Json.object()
            .with("formatVersion", Json.of(1))
            .with("name", Json.of(name))
            .with("process", Json.of(process))
            .with("endpoint", Json.of(endpoint.toString()))
            .with("aheadMillis", Json.of(ahead.toMillis()))
            .with("home", Json.of(client.home().toString()))
            .with("workingDirectory", Json.of(client.workingDirectory().toString()))
            .with("clockOffsetMillis", Json.of(client.clockOffset().toMillis()))
            .with("adminProfile", Json.of(client.adminProfile()))
            .with("model", Json.of(subject.model()))
            .with("region", Json.of(subject.region()))
            .with("principal", Json.of(subject.principal()))
            .with("environment", Json.object(environment)));
  }

  static Optional<RunningWorld> read(String text) {
    if (!(JsonReader.read(text) instanceof JsonReading.Read(var value))) {
      return Optional.empty();
    }
    var problems = new ArrayList<Problem>();
    var fields = new Fields(value, "", problems);
    var world =
        new RunningWorld(
            fields.text("name"),
            fields.whole("process", 0),
            URI.create(fields.text("endpoint")),
            new Sandbox.ClientFolder(
                fields.textMap("environment"),
                Path.of(fields.text("home")),
                Path.of(fields.text("workingDirectory")),
                Duration.ofMillis(fields.whole("clockOffsetMillis", 0)),
                fields.text("adminProfile")),
            new Sandbox.Subject(
                fields.text("model"), fields.text("region"), fields.text("principal")),
            Duration.ofMillis(fields.whole("aheadMillis", 0)));
    return problems.isEmpty() ? Optional.of(world) : Optional.empty();
  }
}
