package io.outcrop.sandbox.trace;

import io.outcrop.models.route.Route;
import java.time.Duration;

/// What one admitted call to a model used.
///
/// @param route how the model was reached
/// @param inferenceRegion where it answered
/// @param isLegacy whether its life was nearly over
/// @param tokens what was read and written
/// @param latency how long the whole answer took
/// @param firstByte when the first of it came
/// @param streams whether it came in pieces
public record ModelUse(
    Route route,
    String inferenceRegion,
    boolean isLegacy,
    Tokens tokens,
    Duration latency,
    Duration firstByte,
    boolean streams) {

  /// The same where only `output` tokens were sent, in `time`.
  public ModelUse cut(long output, Duration time) {
    return new ModelUse(
        route,
        inferenceRegion,
        isLegacy,
        tokens.withOutput(output),
        time,
        time.compareTo(firstByte) < 0 ? time : firstByte,
        streams);
  }
}
