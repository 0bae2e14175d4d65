package io.outcrop.cloud.reach;

import io.outcrop.cloud.answer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a connection to a host got.
///
/// @param host the host, with its port
/// @param steps every stage that was tried, in order: RESOLVE, CONNECT, TLS, ANSWER; with a proxy
///   PROXY in place of the first three
/// @param taken how long all of it took
/// @param clockAhead how far the client side's clock is ahead of the host's `Date` header, to a
///   second or two; null if no such header came
/// @param proxy the proxy that the client side names for this host, without user and password;
///   empty if none
public record Reached(
    String host, List<Step> steps, Duration taken, @Nullable Duration clockAhead, String proxy) {
  public Reached {
    steps = List.copyOf(steps);
  }

  /// One stage.
  ///
  /// @param ok whether it went well
  /// @param why in words: the address, the protocol, or what the system said
  public record Step(Answer.Stage stage, boolean ok, Duration taken, String why) {}

  /// The stage that failed, if one did.
  public Optional<Step> failure() {
    return steps.stream().filter(step -> !step.ok()).findFirst();
  }

  /// How far the client side's clock is ahead, if the host said what time it is.
  public Optional<Duration> skew() {
    return Optional.ofNullable(clockAhead);
  }
}
