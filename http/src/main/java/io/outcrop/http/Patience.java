package io.outcrop.http;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection that does not bring a whole request in time, however slowly it drips: the
/// time runs from the end of the last answer and is not prolonged by single bytes. Used on the
/// connection's event loop only.
final class Patience {
  private final Duration limit;
  private @Nullable Channel connection;
  private @Nullable Future<?> deadline;
  private int busy;

  Patience(Duration limit) {
    this.limit = limit;
  }

  void start(Channel watched) {
    connection = watched;
    deadline = watched.eventLoop().schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A whole request is there: it is our turn.
  void requestArrived() {
    busy++;
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  /// An answer is out: when nothing else is being answered it is the client's turn again.
  void answered() {
    busy--;
    if (busy == 0 && connection != null && connection.isActive()) {
      start(connection);
    }
  }

  private void expire() {
    if (connection != null) {
      var _ = connection.close();
    }
  }
}
