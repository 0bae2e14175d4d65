package io.outcrop.sandbox.realm;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Something that fails on purpose.
///
/// @param kind how
/// @param scope which calls it may meet
/// @param odds which of those it does meet
/// @param course the details
public record Fault(Kind kind, Scope scope, Odds odds, Course course) {
  /// When in a call's life a fault shows.
  public enum Phase {
    /// Before anything is answered.
    CALL,
    /// As the answer, in place of the service's own.
    REFUSAL,
    /// While events are sent.
    STREAM
  }

  /// How calls fail.
  public enum Kind {
    /// Too many requests.
    THROTTLE(Phase.REFUSAL),
    /// The service failed: 500.
    INTERNAL_ERROR(Phase.REFUSAL),
    /// The service is unavailable: 503.
    UNAVAILABLE(Phase.REFUSAL),
    /// The model failed: 424.
    MODEL_ERROR(Phase.REFUSAL),
    /// The model is not loaded yet: 429.
    MODEL_NOT_READY(Phase.REFUSAL),
    /// The model took too long: 408.
    MODEL_TIMEOUT(Phase.REFUSAL),
    /// An error in the words of [Course#error].
    ERROR(Phase.REFUSAL),
    /// The answer comes late, by [Course#delay].
    LATENCY(Phase.CALL),
    /// The connection ends without an answer, by [Course#manner].
    DROP(Phase.CALL),
    /// The first event comes late, by [Course#delay].
    SLOW_FIRST_BYTE(Phase.STREAM),
    /// After [Course#after] events nothing comes for [Course#delay].
    SILENCE(Phase.STREAM),
    /// After [Course#after] events the connection ends, by [Course#manner].
    CUT(Phase.STREAM),
    /// After [Course#after] events an exception ends the stream, in the words of [Course#error].
    EXCEPTION(Phase.STREAM);

    private final Phase phase;

    Kind(Phase phase) {
      this.phase = phase;
    }

    /// When it shows.
    public Phase phase() {
      return phase;
    }

    /// Whether a call that is not to a model can fail so.
    public boolean isOfModels() {
      return phase == Phase.STREAM
          || List.of(MODEL_ERROR, MODEL_NOT_READY, MODEL_TIMEOUT).contains(this);
    }
  }

  /// Which calls: each part is a value, one that ends in `*` for all that begin so, or `*` for all.
  ///
  /// @param service the endpoint prefix: `bedrock-runtime`
  /// @param operation `ConverseStream`
  /// @param model a model's id, which stands for its profiles too
  /// @param principal an ARN
  public record Scope(String service, String operation, String model, String principal) {
    /// Every call.
    public static final Scope ALL = new Scope("*", "*", "*", "*");

    /// Whether the call is among them.
    ///
    /// @param modelId as the call wrote it; empty if it is for no model
    public boolean includes(
        String calledService, String calledOperation, String modelId, String caller) {
      return fits(service, calledService)
          && fits(operation, calledOperation)
          && fitsModel(modelId.substring(modelId.lastIndexOf('/') + 1))
          && fits(principal, caller);
    }

    private boolean fitsModel(String id) {
      return fits(model, id) || id.endsWith("." + model);
    }

    private static boolean fits(String pattern, String value) {
      return pattern.endsWith("*")
          ? value.startsWith(pattern.substring(0, pattern.length() - 1))
          : pattern.equals(value);
    }
  }

  /// Which of the calls in scope are met.
  ///
  /// @param count how many more; negative for all that come
  /// @param share the share of calls that are met, above 0 and at most 1
  /// @param seed decides which they are
  /// @param seen how many calls were in scope; counted where a share has to be kept
  public record Odds(long count, double share, long seed, long seen) {
    /// Every call.
    public static final Odds ALWAYS = new Odds(-1, 1, 1, 0);

    /// What comes of the next call in scope.
    Chance draw() {
      var hit = share >= 1 || new SplittableRandom(seed * 31 + seen).nextDouble() < share;
      var meets = hit && count != 0;
      return new Chance(
          meets,
          new Odds(
              meets && count > 0 ? count - 1 : count, share, seed, share < 1 ? seen + 1 : seen));
    }

    /// Whether a call is met, and what is left.
    record Chance(boolean meets, Odds after) {}
  }

  /// How it fails in detail.
  ///
  /// @param delay how long something takes
  /// @param after after how many events
  /// @param error what is said
  /// @param manner how the connection ends
  public record Course(Duration delay, long after, Words error, Severance manner) {
    /// No details.
    public static final Course PLAIN = new Course(Duration.ZERO, 0, Words.NONE, Severance.CLOSE);
  }

  /// An error in AWS's words.
  ///
  /// @param status the HTTP status; 0 for the one of the service's model
  /// @param code the exception's name
  /// @param message its sentence
  public record Words(int status, String code, String message) {
    /// No words of its own.
    public static final Words NONE = new Words(0, "", "");
  }

  /// The next call in scope: whether it is met, and the fault as it is afterwards.
  public Draw draw() {
    var drawn = odds.draw();
    return new Draw(drawn.meets(), new Fault(kind, scope, drawn.after(), course));
  }

  /// Whether a call is met, and the fault as it is afterwards.
  public record Draw(boolean meets, Fault after) {}
}
