package io.outcrop.sandbox.service;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.runtime.StandIns;
import io.outcrop.sandbox.runtime.Voices;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A world whose services are called directly, at a time that stands still until it is moved.
final class Playground implements AutoCloseable {
  private Instant now;
  private int calls;
  private final LiveWorld world;
  private final Services services;

  Playground(Path folder, String worldName) {
    this(folder, worldName, Worlds.get(worldName).realm().title().clock());
  }

  Playground(Path folder, String worldName, Instant start) {
    this(folder, Worlds.get(worldName).realm(), start, new StandIns(_ -> {}));
  }

  Playground(Path folder, String worldName, Instant start, Voices voices) {
    this(folder, Worlds.get(worldName).realm(), start, voices);
  }

  Playground(Path folder, Realm realm, Instant start) {
    this(folder, realm, start, new StandIns(_ -> {}));
  }

  Playground(Path folder, Realm realm, Instant start, Voices voices) {
    this.now = start;
    InstantSource clock = () -> now;
    LiveWorld.create(folder, realm, clock);
    this.world = LiveWorld.open(folder, clock, clock);
    this.services = new Services(world, voices, _ -> {}, (_, _) -> true);
  }

  /// Opens the world that was left in `folder`.
  static LiveWorld reopen(Path folder, Instant at) {
    return LiveWorld.open(folder, () -> at, () -> at);
  }

  LiveWorld world() {
    return world;
  }

  /// The request id of the call that came last.
  String lastRequestId() {
    return requestId(calls);
  }

  private static String requestId(int number) {
    return String.format("00000000-0000-4000-8000-%012d", number);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Reply call(String keyId, String service, String operation, String input, String body) {
    return call(keyId, service, operation, input, body, world.realm().subject().region());
  }

  Reply call(
      String keyId, String service, String operation, String input, String body, String region) {
    var caller = keyId.isEmpty() ? new Caller.Anonymous() : new Caller.Signed(keyId);
    return call(caller, service, operation, input, body, region);
  }

  Reply call(
      Caller caller, String service, String operation, String input, String body, String region) {
    return services.apply(
        new Call(
            requestId(++calls),
            service,
            operation,
            object(input),
            body,
            Map.of("anthropic-version", "2023-06-01"),
            caller,
            region,
            now));
  }

  /// One line of a reply: status and code and message of an error, and its further members if it
  /// has any; `output` or the event types.
  static String line(Reply reply) {
    return switch (reply) {
      case Reply.Fault fault ->
          fault.status()
              + " "
              + fault.code()
              + ": "
              + fault.message()
              + (fault.details().members().isEmpty() ? "" : " " + fault.details());
      case Reply.Output output -> "output " + output.output();
      case Reply.Payload payload -> "payload " + payload.body();
      case Reply.Events events -> "events " + types(events);
      case Reply.Severed severed -> severed.toString();
    };
  }

  static List<String> types(Reply.Events events) {
    var types = new ArrayList<String>();
    try (var stream = events.stream()) {
      while (stream.hasNext()) {
        types.add(stream.next().type());
      }
    }
    return types;
  }

  static Json.Obj object(String json) {
    return JsonReader.read(json.isEmpty() ? "{}" : json) instanceof JsonReading.Read(Json.Obj value)
        ? value
        : Json.object();
  }

  @Override
  public void close() {
    world.close();
  }
}
