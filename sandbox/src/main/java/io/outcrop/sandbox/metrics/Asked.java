package io.outcrop.sandbox.metrics;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Reads what the operations of CloudWatch have in common. Source: Amazon CloudWatch API Reference,
/// "GetMetricStatistics", "GetMetricData", read 2026-11; sentences as seen by others.
final class Asked {
  private Asked() {}

  /// What came of reading a time.
  sealed interface Times {
    /// Between two moments.
    record Right(Instant from, Instant to) implements Times {}

    /// No time that can be answered.
    record Wrong(Reply.Fault fault) implements Times {}
  }

  static Times times(Visit visit) {
    var from = time(visit, "StartTime");
    var to = time(visit, "EndTime");
    if (from.isEmpty() || to.isEmpty()) {
      return new Times.Wrong(
          missing("The parameter " + (from.isEmpty() ? "StartTime" : "EndTime") + " is required."));
    }
    return from.get().isBefore(to.get())
        ? new Times.Right(from.get().truncatedTo(ChronoUnit.MINUTES), to.get())
        : new Times.Wrong(
            invalid("The parameter StartTime must be less than the parameter EndTime."));
  }

  private static Optional<Instant> time(Visit visit, String name) {
    try {
      return visit.text(name).map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// A period of whole minutes: what is kept is not finer.
  static Optional<Duration> period(Json.Obj object) {
    return object.get("Period").orElse(null) instanceof Json.Num(var seconds, _)
            && seconds.longValue() > 0
            && seconds.longValue() % 60 == 0
        ? Optional.of(Duration.ofSeconds(seconds.longValue()))
        : Optional.empty();
  }

  static Reply.Fault wrongPeriod() {
    return invalid("The parameter Period must be a multiple of 60.");
  }

  /// The model that the dimensions of a metric name: empty text for none; nothing if they name
  /// anything else, of which there is no data.
  static Optional<String> modelId(List<Json> dimensions) {
    if (dimensions.isEmpty()) {
      return Optional.of("");
    }
    return dimensions.size() == 1
            && dimensions.getFirst() instanceof Json.Obj dimension
            && dimension.text("Name").filter("ModelId"::equals).isPresent()
        ? dimension.text("Value").filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  static Reply.Fault invalid(String message) {
    return Faults.said(400, "InvalidParameterValueException", message);
  }

  static Reply.Fault unfit(String message) {
    return Faults.said(400, "ValidationException", message);
  }

  static Reply.Fault contradictory(String message) {
    return Faults.said(400, "InvalidParameterCombinationException", message);
  }

  static Reply.Fault missing(String message) {
    return Faults.said(400, "MissingRequiredParameterException", message);
  }
}
