package io.outcrop.cloud.answer;

import io.outcrop.aws.AwsError;
import java.util.function.Function;

/// What came back from one call.
///
/// @param <T> what a success brings
public sealed interface Answer<T> {
  /// AWS did it.
  record Succeeded<T>(T value, String requestId) implements Answer<T> {}

  /// AWS answered with an error.
  ///
  /// @param operation the call: `bedrock-runtime:InvokeModel`
  /// @param clientText the error as the SDK printed it
  record Refused<T>(String operation, AwsError error, String clientText) implements Answer<T> {}

  /// Nothing was sent, or nothing came back.
  ///
  /// @param stage how far it got
  /// @param host the host that was meant
  /// @param why in words, with what the system said
  record Unreachable<T>(String operation, Stage stage, String host, String why)
      implements Answer<T> {}

  /// How far a call got before it failed without an answer.
  enum Stage {
    CREDENTIALS,
    /// The credentials are for other services than the one that was meant.
    OTHER_SERVICES,
    RESOLVE,
    CONNECT,
    TLS,
    PROXY,
    ANSWER,
    /// An answer came, and not one that AWS gives.
    NOT_AWS,
    DEADLINE
  }

  /// The same answer with its value changed by `change`.
  default <R> Answer<R> map(Function<T, R> change) {
    return switch (this) {
      case Succeeded<T>(T value, String requestId) ->
          new Succeeded<>(change.apply(value), requestId);
      case Refused<T>(String operation, AwsError error, String text) ->
          new Refused<>(operation, error, text);
      case Unreachable<T>(String operation, Stage stage, String host, String why) ->
          new Unreachable<>(operation, stage, host, why);
    };
  }
}
