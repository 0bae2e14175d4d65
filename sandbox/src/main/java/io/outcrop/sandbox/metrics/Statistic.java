package io.outcrop.sandbox.metrics;

import java.util.Arrays;
import java.util.Optional;

/// What is made of the values of a period.
sealed interface Statistic {
  /// One of the five that CloudWatch always has.
  enum Simple implements Statistic {
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum;

    @Override
    public double of(double[] values) {
      return switch (this) {
        case SampleCount -> values.length;
        case Average -> Arrays.stream(values).average().orElseThrow();
        case Sum -> Arrays.stream(values).sum();
        case Minimum -> Arrays.stream(values).min().orElseThrow();
        case Maximum -> Arrays.stream(values).max().orElseThrow();
      };
    }
  }

  /// `p99`: between the two values that are nearest to the place of the percentile, in proportion.
  /// How CloudWatch interpolates is unverified.
  record Percentile(double percent) implements Statistic {
    @Override
    public double of(double[] values) {
      var sorted = values.clone();
      Arrays.sort(sorted);
      var place = percent / 100 * (sorted.length - 1);
      var below = (int) Math.floor(place);
      var above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
  }

  /// The statistic of at least one value.
  double of(double[] values);

  /// Reads `Average` or `p99.9`; nothing if it is neither.
  static Optional<Statistic> read(String text) {
    for (var simple : Simple.values()) {
      if (simple.name().equals(text)) {
        return Optional.of(simple);
      }
    }
    if (text.matches("p[0-9]{1,2}(\\.[0-9]{1,10})?|p100")) {
      return Optional.of(new Percentile(Double.parseDouble(text.substring(1))));
    }
    return Optional.empty();
  }
}
