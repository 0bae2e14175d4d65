package io.outcrop.cloud.reach;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.thread.CallThreads;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tries a connection stage by stage: resolve the name, connect, agree on TLS, ask for the root
/// unsigned and read the answer's `Date`. Sends no credentials.
public final class Reach {
  private Reach() {}

  /// Probes `address` for the profile that the client side itself names.
  ///
  /// @param deadline how long it may take in all; kept even where the system's resolver hangs
  /// @param clock the machine's own time, before the client side's offset
  public static Reached probe(
      URI address, ClientSide client, Duration deadline, InstantSource clock) {
    return probe(address, client, "", deadline, clock);
  }

  /// Probes `address`.
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  /// @param deadline how long it may take in all; kept even where the system's resolver hangs
  /// @param clock the machine's own time, before the client side's offset
  public static Reached probe(
      URI address,
      ClientSide client,
      String profileOverride,
      Duration deadline,
      InstantSource clock) {
    var probe =
        new ReachProbe(
            Way.of(address, client), client, profileOverride, Patience.of(deadline), clock);
    var task = new FutureTask<>(probe::run);
    var _ = CallThreads.start("reach " + address.getHost(), task);
    try {
      return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      task.cancel(true);
      return probe.brokenOff("no answer in time");
    } catch (InterruptedException _) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return probe.brokenOff("cancelled");
    } catch (ExecutionException crashed) {
      throw new IllegalStateException("the probe of " + address + " crashed", crashed);
    }
  }
}
