package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// CloudWatch's metrics of Bedrock.
public final class Metrics {
  private static final Duration HOUR = Duration.ofHours(1);

  private final SignedService service;

  /// CloudWatch of the region that is called.
  public Metrics(SdkSetup setup) {
    this.service = setup.signed("monitoring", setup.region(), "monitoring");
  }

  /// What happened to calls to a model.
  public record LastHour(long invocations, long throttles) {}

  /// The calls of the account to the model of `modelId` in the hour before `until`, and how many of
  /// them were throttled.
  public Answer<LastHour> lastHour(String modelId, Instant until) {
    var body =
        Json.object()
            .with("StartTime", Json.of(until.minus(HOUR).getEpochSecond()))
            .with("EndTime", Json.of(until.getEpochSecond()))
            .with(
                "MetricDataQueries",
                Json.array(
                    List.of(
                        query("invocations", "Invocations", modelId),
                        query("throttles", "InvocationThrottles", modelId))));
    return service.ask(
        "GetMetricData",
        new SignedService.Request(
            "POST",
            "/",
            Map.of(
                "content-type", "application/x-amz-json-1.0",
                "x-amz-target", "GraniteServiceVersion20100801.GetMetricData"),
            body.toString()),
        response -> {
          var results = Bodies.object(response).list("MetricDataResults");
          return new LastHour(sum(results, "invocations"), sum(results, "throttles"));
        });
  }

  private static Json.Obj query(String id, String metric, String modelId) {
    var dimension = Json.object().with("Name", Json.of("ModelId")).with("Value", Json.of(modelId));
    return Json.object()
        .with("Id", Json.of(id))
        .with(
            "MetricStat",
            Json.object()
                .with(
                    "Metric",
                    Json.object()
                        .with("Namespace", Json.of("AWS/Bedrock"))
                        .with("MetricName", Json.of(metric))
                        .with("Dimensions", Json.array(List.of(dimension))))
                .with("Period", Json.of(HOUR.toSeconds()))
                .with("Stat", Json.of("Sum")));
  }

  private static long sum(List<Json> results, String id) {
    var values = new ArrayList<BigDecimal>();
    for (var result : results) {
      if (result instanceof Json.Obj object && object.text("Id").orElse("").equals(id)) {
        object.list("Values").stream()
            .filter(Json.Num.class::isInstance)
            .forEach(value -> values.add(((Json.Num) value).value()));
      }
    }
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).longValue();
  }
}
