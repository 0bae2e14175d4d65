package io.outcrop.sandbox.metrics;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// GetMetricStatistics.
final class MetricStatistics implements Operation {
  private static final int MOST = 1440;

  @Override
  public Reply answer(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("cloudwatch:GetMetricStatistics", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var period = Asked.period(visit.call().input());
    if (period.isEmpty()) {
      return Asked.wrongPeriod();
    }
    return switch (Asked.times(visit)) {
      case Asked.Times.Wrong(Reply.Fault fault) -> fault;
      case Asked.Times.Right(Instant from, Instant to) ->
          within(visit, new Series.Window(from, to, period.get()));
    };
  }

  private static Reply within(Visit visit, Series.Window window) {
    if (window.count() > MOST) {
      return Asked.contradictory(
          ("You have requested up to %,d datapoints, which exceeds the limit of 1,440. You may"
                  + " reduce the datapoints requested by increasing Period, or decreasing the time"
                  + " range.")
              .formatted(window.count()));
    }
    var simple = texts(visit, "Statistics");
    var extended = texts(visit, "ExtendedStatistics");
    if (simple.isEmpty() == extended.isEmpty()) {
      return simple.isEmpty()
          ? Asked.missing("The parameter Statistics or ExtendedStatistics is required.")
          : Asked.contradictory(
              "The parameters Statistics and ExtendedStatistics must not be used together.");
    }
    var statistics = new LinkedHashMap<String, Statistic>();
    for (var word : simple.isEmpty() ? extended : simple) {
      var statistic = Statistic.read(word).filter(read -> isSimple(read) == extended.isEmpty());
      if (statistic.isEmpty()) {
        return Asked.invalid("The value " + word + " for parameter Statistics is not supported.");
      }
      statistics.put(word, statistic.get());
    }
    return new Reply.Output(
        Json.object()
            .with("Label", Json.of(visit.required("MetricName")))
            .with("Datapoints", Json.array(datapoints(visit, window, statistics))));
  }

  private static boolean isSimple(Statistic statistic) {
    return statistic instanceof Statistic.Simple;
  }

  private static List<String> texts(Visit visit, String name) {
    return visit.call().input().list(name).stream()
        .flatMap(text -> text.asText().stream())
        .toList();
  }

  private static List<Json> datapoints(
      Visit visit, Series.Window window, Map<String, Statistic> statistics) {
    var metric = BedrockMetric.named(visit.required("MetricName"));
    var modelId = Asked.modelId(visit.call().input().list("Dimensions"));
    var isOurs = visit.required("Namespace").equals(BedrockMetric.NAMESPACE);
    if (!isOurs || metric.isEmpty() || modelId.isEmpty()) {
      return List.of();
    }
    if (visit.text("Unit").filter(unit -> !unit.equals(metric.get().unit())).isPresent()) {
      return List.of();
    }
    var points = new ArrayList<Json>();
    new Series(metric.get(), modelId.get(), window)
        .values(visit)
        .forEach((at, values) -> points.add(point(metric.get(), at, values, statistics)));
    return points;
  }

  private static Json.Obj point(
      BedrockMetric metric, Instant at, double[] values, Map<String, Statistic> statistics) {
    var point = Json.object().with("Timestamp", Json.of(at.toString()));
    var extended = Json.object();
    for (var entry : statistics.entrySet()) {
      var value = Json.of(BigDecimal.valueOf(entry.getValue().of(values)));
      if (isSimple(entry.getValue())) {
        point = point.with(entry.getKey(), value);
      } else {
        extended = extended.with(entry.getKey(), value);
      }
    }
    point = extended.members().isEmpty() ? point : point.with("ExtendedStatistics", extended);
    return point.with("Unit", Json.of(metric.unit()));
  }
}
