package io.outcrop.sandbox.metrics;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.trace.ModelCallRecord;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The operations of Amazon CloudWatch.
public final class CloudWatch {
  /// Source: Amazon CloudWatch API Reference, "ListMetrics": metrics of the past two weeks.
  private static final Duration LISTED = Duration.ofDays(14);

  private static final int PAGE = 500;

  private CloudWatch() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "GetMetricStatistics", new MetricStatistics(),
        "GetMetricData", new MetricData(),
        "ListMetrics", CloudWatch::list);
  }

  private static Reply list(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("cloudwatch:ListMetrics", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var skipped = Skip.read(visit);
    if (skipped.isEmpty()) {
      return Skip.refused();
    }
    var all = new ArrayList<Json>();
    seen(visit)
        .forEach((metric, modelIds) ->
            modelIds.stream()
                .filter(modelId -> isWanted(visit, metric, modelId))
                .forEach(modelId -> all.add(shown(metric, modelId))));
    var begin = Math.min(skipped.get(), all.size());
    var end = Math.min(begin + PAGE, all.size());
    var output = Json.object().with("Metrics", Json.array(all.subList(begin, end)));
    return new Reply.Output(
        end < all.size() ? output.with("NextToken", Json.of(Skip.token(end))) : output);
  }

  /// The models of which there are values of each metric, and an empty text for all together.
  private static Map<BedrockMetric, Set<String>> seen(Visit visit) {
    var isRecent = visit.text("RecentlyActive").filter("PT3H"::equals).isPresent();
    var from = visit.now().minus(isRecent ? Duration.ofHours(3) : LISTED);
    var seen = new EnumMap<BedrockMetric, Set<String>>(BedrockMetric.class);
    visit
        .world()
        .ledger()
        .modelCalls(
            from,
            visit.now().plusNanos(1),
            call -> {
              if (call.account().equals(visit.account().id())
                  && call.region().equals(visit.region())) {
                add(call, seen);
              }
            });
    return seen;
  }

  private static void add(ModelCallRecord call, Map<BedrockMetric, Set<String>> seen) {
    for (var metric : BedrockMetric.values()) {
      if (metric.of(call).isPresent()) {
        var modelIds = seen.computeIfAbsent(metric, _ -> new TreeSet<>());
        modelIds.add("");
        modelIds.add(call.modelId());
      }
    }
  }

  private static boolean isWanted(Visit visit, BedrockMetric metric, String modelId) {
    return visit.text("Namespace").filter(name -> !name.equals(BedrockMetric.NAMESPACE)).isEmpty()
        && visit.text("MetricName").filter(name -> !name.equals(metric.word())).isEmpty()
        && visit.call().input().list("Dimensions").stream()
            .allMatch(filter -> filter instanceof Json.Obj wanted && has(modelId, wanted));
  }

  private static boolean has(String modelId, Json.Obj filter) {
    return !modelId.isEmpty()
        && filter.text("Name").filter("ModelId"::equals).isPresent()
        && filter.text("Value").filter(value -> !value.equals(modelId)).isEmpty();
  }

  private static Json.Obj shown(BedrockMetric metric, String modelId) {
    var dimensions =
        modelId.isEmpty()
            ? List.<Json>of()
            : List.<Json>of(
                Json.object().with("Name", Json.of("ModelId")).with("Value", Json.of(modelId)));
    return Json.object()
        .with("Namespace", Json.of(BedrockMetric.NAMESPACE))
        .with("MetricName", Json.of(metric.word()))
        .with("Dimensions", Json.array(dimensions));
  }
}
