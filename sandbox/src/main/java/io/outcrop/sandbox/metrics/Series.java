package io.outcrop.sandbox.metrics;

import io.outcrop.sandbox.trace.ModelCallRecord;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of one metric by periods.
///
/// @param metric which
/// @param modelId of which model or profile; empty for all together
/// @param window when
record Series(BedrockMetric metric, String modelId, Window window) {
  /// A time that is cut into periods.
  ///
  /// @param from the first moment, a whole minute
  /// @param to the first moment that is not part of it
  /// @param period how long a part is
  record Window(Instant from, Instant to, Duration period) {
    /// Where the period begins that `at` is in.
    Instant begin(Instant at) {
      var parts = Duration.between(from, at).dividedBy(period);
      return from.plus(period.multipliedBy(parts));
    }

    /// How many periods there are.
    long count() {
      var whole = Duration.between(from, to).dividedBy(period);
      return from.plus(period.multipliedBy(whole)).isBefore(to) ? whole + 1 : whole;
    }
  }

  /// The values of the caller's account in the region that is called, by the beginning of their
  /// period; periods without values are not there.
  SortedMap<Instant, double[]> values(Visit visit) {
    var values = new TreeMap<Instant, Numbers>();
    visit.world().ledger().modelCalls(window.from(), window.to(), call -> add(visit, call, values));
    var result = new TreeMap<Instant, double[]>();
    values.forEach((at, numbers) -> result.put(at, numbers.toArray()));
    return result;
  }

  private void add(Visit visit, ModelCallRecord call, SortedMap<Instant, Numbers> values) {
    if (call.account().equals(visit.account().id())
        && call.region().equals(visit.region())
        && (modelId.isEmpty() || modelId.equals(call.modelId()))) {
      metric
          .of(call)
          .ifPresent(value ->
              values.computeIfAbsent(window.begin(call.at()), _ -> new Numbers()).add(value));
    }
  }

  /// Numbers that become more.
  private static final class Numbers {
    private double[] all = new double[8];
    private int count;

    void add(double value) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = value;
    }

    double[] toArray() {
      return Arrays.copyOf(all, count);
    }
  }
}
