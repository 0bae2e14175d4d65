package io.outcrop.cloud.sdk;

import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.answer.Answer.Stage;
import io.outcrop.cloud.answer.UnreadableAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns what the SDK throws into answers, by walking from the exception to its causes.
///
/// @param operation `bedrock-runtime:InvokeModel`
/// @param host the host that was meant
/// @param secrets what is hidden in all words
public record Failures(String operation, String host, SentSecrets secrets) {

  /// The answer that `thrown` amounts to.
  ///
  /// @throws IllegalStateException if it is neither AWS's refusal nor lost I/O
  public <T> Answer<T> answer(Throwable thrown) {
    var chain = chain(thrown);
    var unsigned = first(chain, CredentialsUnavailableException.class);
    var refusal = first(chain, AwsServiceException.class);
    if (refusal != null) {
      return unsigned == null
          ? refused(operation, refusal)
          : refused(byAnother(chain, refusal), refusal);
    }
    var unreadable = first(chain, UnreadableAnswerException.class);
    if (unreadable != null) {
      return unreachable(Stage.NOT_AWS, message(unreadable));
    }
    for (var each : chain) {
      var stage = stage(each);
      if (stage != null) {
        return unreachable(stage, words(stage, each));
      }
    }
    if (unsigned != null) {
      return unreachable(Stage.CREDENTIALS, message(unsigned));
    }
    if (first(chain, SdkException.class) != null
        || first(chain, IOException.class) != null
        || first(chain, UncheckedIOException.class) != null) {
      return unreachable(Stage.ANSWER, message(chain.getLast()));
    }
    if (thrown instanceof IllegalArgumentException malformed
        && message(malformed).contains("header")) {
      return unreachable(Stage.CREDENTIALS, "a key or token has a line break in it");
    }
    throw new IllegalStateException(operation + " failed in an unforeseen way", thrown);
  }

  /// The deadline is over.
  public <T> Answer<T> late(Duration timeout) {
    return unreachable(Stage.DEADLINE, "no answer within " + seconds(timeout));
  }

  /// The caller does not want the answer any more.
  public <T> Answer<T> cancelled() {
    return unreachable(Stage.ANSWER, "cancelled");
  }

  /// No answer, since it got no further than `stage`.
  public <T> Answer<T> unreachable(Stage stage, String why) {
    return new Answer.Unreachable<>(operation, stage, host, secrets.hiddenIn(why));
  }

  private <T> Answer<T> refused(String by, AwsServiceException refusal) {
    var details = refusal.awsErrorDetails();
    var code = details == null ? null : details.errorCode();
    if (code == null || code.isEmpty()) {
      return unreachable(
          Stage.NOT_AWS,
          "status %d came back without an AWS error: something on the way answered"
              .formatted(refusal.statusCode()));
    }
    var error =
        new AwsError(
            refusal.statusCode(),
            secrets.hiddenIn(code),
            text(details.errorMessage()),
            text(refusal.requestId()));
    return new Answer.Refused<>(by, error, text(refusal.getMessage()));
  }

  /// The call by which keys were asked for: of several, each with the keys of the next, the last.
  private String byAnother(List<Throwable> chain, AwsServiceException refusal) {
    var details = refusal.awsErrorDetails();
    var service = details == null ? "" : text(details.serviceName()).toLowerCase(Locale.ROOT);
    return chain.stream()
        .filter(CredentialsUnavailableException.class::isInstance)
        .map(each -> ((CredentialsUnavailableException) each).operation())
        .filter(asked -> !asked.isEmpty())
        .reduce((_, later) -> later)
        .orElse(service + ":GetRoleCredentials");
  }

  private static @Nullable Stage stage(Throwable thrown) {
    return switch (thrown) {
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, TimeoutException _ ->
          Stage.DEADLINE;
      case AbortedException _ -> Stage.ANSWER;
      case UnknownHostException _ -> Stage.RESOLVE;
      case SSLException _ -> Stage.TLS;
      case SocketTimeoutException late ->
          message(late).toLowerCase(Locale.ROOT).contains("connect")
              ? Stage.CONNECT
              : Stage.DEADLINE;
      case ConnectException _, NoRouteToHostException _ -> Stage.CONNECT;
      case SocketException lost when message(lost).contains("unreachable") -> Stage.CONNECT;
      case IOException proxied when message(proxied).contains("tunnel") -> Stage.PROXY;
      default ->
          thrown.getClass().getSimpleName().equals("ProxyConnectException") ? Stage.PROXY : null;
    };
  }

  private static String words(Stage stage, Throwable thrown) {
    return switch (stage) {
      case RESOLVE -> "the name cannot be resolved: " + message(thrown);
      case CONNECT -> "no connection: " + message(thrown);
      case TLS -> "no trust in the connection: " + message(thrown);
      case PROXY, ANSWER, NOT_AWS, CREDENTIALS, OTHER_SERVICES -> message(thrown);
      case DEADLINE -> "no answer in time: " + message(thrown);
    };
  }

  private static List<Throwable> chain(Throwable thrown) {
    var chain = new ArrayList<Throwable>();
    var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
      chain.add(each);
    }
    return chain;
  }

  private static <E> @Nullable E first(List<Throwable> chain, Class<E> kind) {
    return chain.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  private static String message(Throwable thrown) {
    var message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
  }

  private String text(@Nullable String text) {
    return text == null ? "" : secrets.hiddenIn(text);
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}
