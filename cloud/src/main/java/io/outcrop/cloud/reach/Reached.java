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
///   PROXY in place of the first two
/// @param taken how long all of it took
/// @param clock what the host's `Date` header says of the client side's clock; null if no such
///   header came
/// @param proxy the proxy that the client side names for this host, without user and password;
///   empty if none
/// @param addresses the addresses that the name leads to; empty behind a proxy
/// @param certificate what was shown of the host; null without TLS
/// @param hints what explains failures of other clients without being one here
public record Reached(
    String host,
    List<Step> steps,
    Duration taken,
    @Nullable Clock clock,
    String proxy,
    List<String> addresses,
    @Nullable Certificate certificate,
    List<String> hints) {
  public Reached {
    steps = List.copyOf(steps);
    addresses = List.copyOf(addresses);
    hints = List.copyOf(hints);
  }

  /// One stage.
  ///
  /// @param ok whether it went well
  /// @param why in words: the address, the protocol, or what the system said
  /// @param fault what stopped it; null if it went well
  public record Step(
      Answer.Stage stage, boolean ok, Duration taken, String why, @Nullable Fault fault) {}

  /// The client side's clock against the host's.
  ///
  /// @param ahead how far it is ahead
  /// @param within how far from the truth that may be: half the round trip, and the second that
  ///   `Date` leaves out
  public record Clock(Duration ahead, Duration within) {}

  /// The certificate that a host showed.
  ///
  /// @param issuer who signed it: `CN=Amazon RSA 2048 M01, O=Amazon, C=US`
  /// @param subject whom it names
  /// @param trustedBy the sources of trust that go with it
  public record Certificate(String issuer, String subject, List<String> trustedBy) {
    public Certificate {
      trustedBy = List.copyOf(trustedBy);
    }
  }

  /// The stage that failed, if one did.
  public Optional<Step> failure() {
    return steps.stream().filter(step -> !step.ok()).findFirst();
  }

  /// How far the client side's clock is ahead, if the host said what time it is.
  public Optional<Duration> skew() {
    return Optional.ofNullable(clock).map(Clock::ahead);
  }

  /// What was shown of the host, if it came to that.
  public Optional<Certificate> shown() {
    return Optional.ofNullable(certificate);
  }
}
