package io.outcrop.cloud.sdk;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.thread.CallThreads;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// One service of AWS as a connection reaches it. Its client is made when first asked.
///
/// @param <C> the SDK's client
public final class SdkService<C extends SdkAutoCloseable> {
  /// What a call may take beyond its own deadline, before it is given up from outside.
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Place place;
  private final SdkSetup setup;
  private final Function<Place, C> make;
  private @Nullable C client;

  SdkService(SdkSetup setup, Place place, Function<Place, C> make) {
    this.setup = setup;
    this.place = place;
    this.make = make;
  }

  /// Where a service is.
  ///
  /// @param prefix `bedrock-runtime`
  /// @param region the region that is signed for
  /// @param address where calls go
  public record Place(String prefix, String region, URI address) {
    /// The host, with the port where it is not the scheme's own.
    public String host() {
      return address.getAuthority();
    }
  }

  /// Where the service is.
  public Place place() {
    return place;
  }

  /// The SDK's client.
  public synchronized C client() {
    if (client == null) {
      client = setup.closeLater(make.apply(place));
    }
    return client;
  }

  /// Makes `call`, within the connection's deadline, whatever the SDK or the system's resolver do.
  /// What it throws becomes an answer.
  ///
  /// @param operation `GetCallerIdentity`
  public <T> Answer<T> ask(String operation, Function<C, Answer.Succeeded<T>> call) {
    var failures = failures(operation);
    var task = new FutureTask<Answer.Succeeded<T>>(() -> call.apply(client()));
    var _ = CallThreads.start(failures.operation(), task);
    try {
      return task.get(setup.timeout().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      task.cancel(true);
      return failures.late(setup.timeout());
    } catch (InterruptedException _) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return failures.cancelled();
    } catch (ExecutionException failed) {
      return failures.answer(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  /// How failures of `operation` are told.
  public Failures failures(String operation) {
    return new Failures(place.prefix() + ":" + operation, place.host(), setup.secrets());
  }

  /// A success with the id that came with it.
  public static <T> Answer.Succeeded<T> succeeded(T value, AwsResponse response) {
    var id = response.responseMetadata() == null ? "" : response.responseMetadata().requestId();
    return new Answer.Succeeded<>(value, id == null || id.equals("UNKNOWN") ? "" : id);
  }
}
