package io.outcrop.cloud.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/// What is tried again: throttles, faults of AWS's own, and connections that were lost after they
/// stood. Nothing else, so that what AWS answered is what is seen: the SDK's own rules would
/// correct a wrong clock and sign again.
final class Retries {
  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Retries() {}

  static RetryStrategy strategy() {
    return StandardRetryStrategy.builder()
        .useClientDefaults(false)
        .maxAttempts(ATTEMPTS)
        .retryOnException(Retries::isWorthwhile)
        .treatAsThrottling(Retries::isThrottle)
        .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), LONGEST))
        .throttlingBackoffStrategy(
            BackoffStrategy.exponentialDelay(Duration.ofMillis(500), LONGEST))
        .circuitBreakerEnabled(false)
        .build();
  }

  /// What `call` gives, which may be made as often as a client of the SDK would make it.
  static <T> T call(String operation, Supplier<T> call) {
    var strategy = strategy();
    var token = strategy.acquireInitialToken(AcquireInitialTokenRequest.create(operation)).token();
    while (true) {
      try {
        return call.get();
      } catch (SdkException failure) {
        if (!isWorthwhile(failure)) {
          throw failure;
        }
        try {
          var next =
              strategy.refreshRetryToken(
                  RefreshRetryTokenRequest.builder().token(token).failure(failure).build());
          token = next.token();
          Thread.sleep(next.delay());
        } catch (TokenAcquisitionFailedException _) {
          throw failure;
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          throw failure;
        }
      }
    }
  }

  private static boolean isThrottle(Throwable thrown) {
    return thrown instanceof SdkServiceException refusal
        && (refusal.statusCode() == 429 || refusal.isThrottlingException());
  }

  private static boolean isWorthwhile(Throwable thrown) {
    return isThrottle(thrown)
        || (thrown instanceof SdkServiceException fault && fault.statusCode() >= 500)
        || (thrown instanceof SdkClientException lost && isLostConnection(lost.getCause()));
  }

  private static boolean isLostConnection(@Nullable Throwable cause) {
    var lost = false;
    for (var each = cause; each != null; each = each.getCause()) {
      switch (each) {
        case ConnectException _,
            NoRouteToHostException _,
            UnknownHostException _,
            SocketTimeoutException _,
            SSLException _ -> {
          return false;
        }
        case IOException _ -> lost = true;
        default -> {}
      }
    }
    return lost;
  }
}
