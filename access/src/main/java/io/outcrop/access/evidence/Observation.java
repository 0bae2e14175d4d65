package io.outcrop.access.evidence;

import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.reach.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What came of one look.
///
/// @param <T> what a success brings
public sealed interface Observation<T> {
  /// It was seen.
  ///
  /// @param source the call with its request id, or the file
  record Succeeded<T>(T value, String source) implements Observation<T> {}

  /// AWS answered with an error.
  ///
  /// @param operation the call
  /// @param clientText the error as the SDK printed it
  record Refused<T>(String operation, AwsError error, String clientText)
      implements Observation<T> {}

  /// AWS did not let this caller look.
  record NotPermitted<T>(String operation, AwsError error) implements Observation<T> {}

  /// Nothing was sent, or nothing came back.
  ///
  /// @param fault what stopped the connection; none where that is not known
  record Unreachable<T>(
      String operation, Answer.Stage stage, String host, String why, List<Fault> fault)
      implements Observation<T> {
    public Unreachable {
      fault = List.copyOf(fault);
    }

    /// One of which it is not known what stopped it.
    public Unreachable(String operation, Answer.Stage stage, String host, String why) {
      this(operation, stage, host, why, List.of());
    }
  }

  /// Nobody looked.
  record Skipped<T>(String why) implements Observation<T> {}

  /// The look itself broke; a bug of ours.
  record Crashed<T>(String why) implements Observation<T> {}

  /// The observation that `answer` to `operation` is. A refusal for want of a permission counts as
  /// not permitted.
  static <T> Observation<T> of(String operation, Answer<T> answer) {
    return switch (answer) {
      case Answer.Succeeded<T>(T value, String requestId) ->
          new Succeeded<>(
              value, requestId.isEmpty() ? operation : operation + ", request " + requestId);
      case Answer.Refused<T>(String called, AwsError error, String text) ->
          isWantOfPermission(error)
              ? new NotPermitted<>(called, error)
              : new Refused<>(called, error, text);
      case Answer.Unreachable<T>(String called, Answer.Stage stage, String host, String why) ->
          stage == Answer.Stage.OTHER_SERVICES
              ? new Skipped<>(called + " was not called: " + why)
              : new Unreachable<>(called, stage, host, why);
    };
  }

  /// EC2 has a word of its own. Source: Amazon EC2 API Reference, "Error codes", read 2026-11.
  private static boolean isWantOfPermission(AwsError error) {
    return error.code().startsWith("AccessDenied") || error.code().equals("UnauthorizedOperation");
  }

  /// The observation that a call to a model is: there a denial is the answer that was looked for.
  static <T> Observation<T> ofModelCall(String operation, Answer<T> answer) {
    return answer instanceof Answer.Refused<T>(String called, AwsError error, String text)
        ? new Refused<>(called, error, text)
        : of(operation, answer);
  }

  /// The value, if it was seen.
  default Optional<T> seen() {
    return this instanceof Succeeded<T>(T value, String _) ? Optional.of(value) : Optional.empty();
  }

  /// The same observation with its value changed by `change`.
  default <R> Observation<R> map(Function<T, R> change) {
    return switch (this) {
      case Succeeded<T>(T value, String source) -> new Succeeded<>(change.apply(value), source);
      case Refused<T>(String operation, AwsError error, String text) ->
          new Refused<>(operation, error, text);
      case NotPermitted<T>(String operation, AwsError error) ->
          new NotPermitted<>(operation, error);
      case Unreachable<T>(
              String operation,
              Answer.Stage stage,
              String host,
              String why,
              List<Fault> fault) ->
          new Unreachable<>(operation, stage, host, why, fault);
      case Skipped<T>(String why) -> new Skipped<>(why);
      case Crashed<T>(String why) -> new Crashed<>(why);
    };
  }

  private static String lost(Answer.Stage stage, String host) {
    var from = host.isEmpty() ? "" : " from `" + host + "`";
    return switch (stage) {
      case CREDENTIALS, OTHER_SERVICES -> " was not sent";
      case NOT_AWS -> " got no answer of AWS's" + from;
      case RESOLVE, CONNECT, TLS, PROXY, ANSWER, DEADLINE -> " got no answer" + from;
    };
  }

  /// In words: where it was seen, or why not.
  default String words() {
    return switch (this) {
      case Succeeded<T>(T _, String source) -> source;
      case Refused<T>(String operation, AwsError error, String _) ->
          operation + " answered " + error.code() + ": " + error.message();
      case NotPermitted<T>(String operation, AwsError _) -> "may not call " + operation;
      case Unreachable<T>(
              String operation,
              Answer.Stage stage,
              String host,
              String why,
              List<Fault> _) ->
          operation + lost(stage, host) + ": " + why;
      case Skipped<T>(String why) -> why;
      case Crashed<T>(String why) -> why;
    };
  }
}
