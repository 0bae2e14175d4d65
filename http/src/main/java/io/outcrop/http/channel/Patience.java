package io.outcrop.http.channel;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gives up a connection that does not bring a whole request in time, however slowly it drips: the
/// time runs from the end of the last answer and is not prolonged by single bytes. Used on the
/// connection's event loop only.
public final class Patience {
  private final Duration limit;
  private @Nullable Channel connection;
  private @Nullable Future<?> deadline;
  private @Nullable Runnable farewell;
  private int busy;

  /// Waits this long.
  public Patience(Duration limit) {
    this.limit = limit;
  }

  /// The client's turn begins.
  public void start(Channel watched) {
    connection = watched;
    deadline = watched.eventLoop().schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What is done with a connection whose time is over, instead of closing it.
  public void insteadOfClosing(Runnable saying) {
    farewell = saying;
  }

  /// A whole request is there: it is our turn.
  public void requestArrived() {
    busy++;
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  /// An answer is out: when nothing else is being answered it is the client's turn again.
  public void answered() {
    busy--;
    if (busy == 0 && connection != null && connection.isActive()) {
      start(connection);
    }
  }

  private void expire() {
    if (farewell != null) {
      farewell.run();
    } else if (connection != null) {
      var _ = connection.close();
    }
  }
}
