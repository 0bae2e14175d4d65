package io.outcrop.sandbox.steering;

import io.outcrop.aws.Secret;
import io.outcrop.http.LoopbackCall;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.live.ControlToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Steers a world that is served, in this process or in another one, through its control API.
///
/// @param endpoint where it answers
/// @param token what opens its control API
public record Steering(URI endpoint, Secret token) {
  /// Steers the world that is served at `endpoint` from `folder`.
  public static Steering of(URI endpoint, Path folder) {
    return new Steering(endpoint, ControlToken.read(folder));
  }

  /// What came of it.
  public sealed interface Outcome {
    /// It was done; what the API says.
    record Done(Json.Obj answer) implements Outcome {}

    /// It was refused, and nothing was changed.
    record Refused(String message, String help) implements Outcome {}
  }

  /// The world's document as it is now, without secrets.
  public Outcome world() {
    return call("GET", "world", "");
  }

  /// What fails on purpose.
  public Outcome faults() {
    return call("GET", "faults", "");
  }

  /// Lets these faults take the place of those that were there.
  ///
  /// @param faults as a world's file says them
  public Outcome replaceFaults(Json faults) {
    return call("PUT", "faults", Json.object().with("faults", faults).toString());
  }

  /// Lets nothing fail on purpose any more.
  public Outcome clearFaults() {
    return call("DELETE", "faults", "");
  }

  /// The world's time.
  public Outcome clock() {
    return call("GET", "clock", "");
  }

  /// Moves the world's clock, backwards if `time` is negative.
  public Outcome moveClock(Duration time) {
    return call("PUT", "clock", Json.object().with("by", Json.of(time.toString())).toString());
  }

  /// Sets the world's clock.
  public Outcome setClock(Instant instant) {
    return call("PUT", "clock", Json.object().with("to", Json.of(instant.toString())).toString());
  }

  /// What calls left behind, the newest first, in the form of CloudTrail's events.
  ///
  /// @param after what the page before said as `next`; empty for the first page
  public Outcome traces(String after) {
    return call("GET", after.isEmpty() ? "traces" : "traces?after=" + after, "");
  }

  /// Everything in the world, secrets among it, as [#restore] takes it.
  public Outcome snapshot() {
    return call("GET", "snapshot", "");
  }

  /// Makes the world what it was when `snapshot` was taken.
  public Outcome restore(String snapshot) {
    return call("POST", "restore", snapshot);
  }

  /// Makes the world what it was when it was made.
  public Outcome reset() {
    return call("POST", "reset", "");
  }

  private Outcome call(String method, String name, String body) {
    var answer =
        LoopbackCall.make(
            method,
            endpoint.resolve(ControlDoor.PREFIX + name),
            Map.of(ControlDoor.HEADER, token.reveal()),
            body);
    var document =
        JsonReader.read(answer.body()) instanceof JsonReading.Read(Json.Obj object)
            ? object
            : Json.object();
    return answer.status() < 300 ? new Outcome.Done(document) : refused(document);
  }

  private static Outcome refused(Json.Obj document) {
    var error = document.object("error").orElseGet(Json::object);
    return new Outcome.Refused(
        error.text("message").orElse("the world does not answer as expected"),
        error.text("help").orElse(""));
  }
}
