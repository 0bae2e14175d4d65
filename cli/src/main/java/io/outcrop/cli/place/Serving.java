package io.outcrop.cli.place;

import io.outcrop.sandbox.Sandbox;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/// How a world is to be served.
///
/// @param host the address to listen on
/// @param port 0 for any free one
/// @param clock none or one: where its clock is to be moved
/// @param upstream none or one: who answers in the models' places
public record Serving(
    InetAddress host, int port, List<Instant> clock, List<Sandbox.AnswersFrom> upstream) {
  public Serving {
    clock = List.copyOf(clock);
    upstream = List.copyOf(upstream);
  }

  /// To this machine alone, on any free port, by the world's own clock and its stand-in.
  public static Serving usual() {
    return new Serving(InetAddress.getLoopbackAddress(), 0, List.of(), List.of());
  }

  /// The same on that port of that address.
  public Serving at(InetAddress otherHost, int otherPort) {
    return new Serving(otherHost, otherPort, clock, upstream);
  }

  /// The same with its clock moved there, if anywhere.
  public Serving at(List<Instant> otherClock) {
    return new Serving(host, port, otherClock, upstream);
  }

  /// The same with answers from there, if from anywhere.
  public Serving answeredBy(List<Sandbox.AnswersFrom> other) {
    return new Serving(host, port, clock, other);
  }
}
