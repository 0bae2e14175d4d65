package io.outcrop.access.probe;

import io.outcrop.access.evidence.Observation;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.thread.CallThreads;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The looks of one or many examinations, all until one deadline. What is the same for several of
/// them is looked at once, and one connection serves all that call as the same principal in the
/// same region. Safe for many threads; closing it ends everything.
final class Round implements AutoCloseable {
  private final Together together;
  // Keys are lists and no records: what compares records is linked when they first meet a map,
  // which
  // takes 20 ms of a command that has just begun.
  private final Map<List<Object>, AwsAccount> accounts = new HashMap<>();
  private final Map<List<Object>, Together.Look<?>> looks = new ConcurrentHashMap<>();
  private final Map<List<Object>, Object> values = new ConcurrentHashMap<>();

  /// @param patience how long all of it may take from now on
  Round(Duration patience) {
    this.together = new Together(patience);
  }

  /// How much of the time is left; never negative.
  Duration left() {
    return together.left();
  }

  /// The connection of this principal in this region.
  synchronized AwsAccount open(
      ClientSide client, Credentials credentials, String region, @Nullable URI endpoint) {
    return accounts.computeIfAbsent(
        List.of(credentials, region, Optional.ofNullable(endpoint)),
        _ -> AwsAccount.open(new Connection(client, credentials, region, endpoint, left())));
  }

  /// Begins to look.
  <T> Together.Look<T> look(String what, Supplier<Observation<T>> probe) {
    return together.look(what, probe);
  }

  /// Begins to look at what answers within `usual`.
  <T> Together.Look<T> look(String what, Duration usual, Supplier<Observation<T>> probe) {
    return together.look(what, usual, probe);
  }

  /// Begins something that nobody waits for.
  void meanwhile(Runnable work) {
    together.meanwhile(work);
  }

  /// Begins to look, or joins whoever looks at the same already.
  ///
  /// @param whose what the look is the same for; an account, an address
  @SuppressWarnings("unchecked") // one kind of look always has the same type
  <T> Together.Look<T> once(Object whose, String what, Supplier<Observation<T>> probe) {
    return (Together.Look<T>)
        looks.computeIfAbsent(List.of(whose, what), _ -> together.look(what, probe));
  }

  /// A value of the client side, made once.
  @SuppressWarnings("unchecked") // one kind of value always has the same type
  <T> T value(Object whose, String what, Supplier<T> make) {
    return (T) values.computeIfAbsent(List.of(whose, what), _ -> make.get());
  }

  /// Nobody waits until connections are closed.
  @Override
  public void close() {
    together.close();
    List<AwsAccount> opened;
    synchronized (this) {
      opened = List.copyOf(accounts.values());
    }
    var _ = CallThreads.start("closing", () -> opened.forEach(AwsAccount::close));
  }
}
