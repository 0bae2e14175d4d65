package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.protocol.JsonService;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// CloudWatch's metrics of Bedrock. They are read by `GetMetricStatistics`, of which a million
/// calls a month are free, while `GetMetricData` is always charged. Source: "Amazon CloudWatch
/// pricing", read 2026-11.
public final class Metrics {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final JsonService service;

  /// CloudWatch of the region that is called.
  public Metrics(SdkSetup setup) {
    this.service =
        new JsonService(
            setup.signed("monitoring", setup.region(), "monitoring"),
            "1.0",
            "GraniteServiceVersion20100801");
  }

  /// What is counted. Source: Amazon Bedrock User Guide, "Monitor the performance of Amazon
  /// Bedrock", read 2026-11: a throttled call is no invocation.
  public enum Count {
    INVOCATIONS("Invocations"),
    THROTTLES("InvocationThrottles");

    private final String metric;

    Count(String metric) {
      this.metric = metric;
    }
  }

  /// How often it happened to the account's calls to `modelId` in the hour before `until`.
  ///
  /// @param modelId as metrics name it: the id of the model or of the inference profile
  public Answer<Long> lastHour(Count count, String modelId, Instant until) {
    var dimension = Json.object().with("Name", Json.of("ModelId")).with("Value", Json.of(modelId));
    var body =
        Json.object()
            .with("Namespace", Json.of("AWS/Bedrock"))
            .with("MetricName", Json.of(count.metric))
            .with("Dimensions", Json.array(List.of(dimension)))
            .with("StartTime", Json.of(until.minus(HOUR).getEpochSecond()))
            .with("EndTime", Json.of(until.getEpochSecond()))
            .with("Period", Json.of(PERIOD.toSeconds()))
            .with("Statistics", Json.array(List.of(Json.of("Sum"))));
    return service.ask("GetMetricStatistics", body, Metrics::sum);
  }

  private static long sum(Json.Obj found) {
    return Bodies.objects(found, "Datapoints")
        .map(point -> point.get("Sum").orElseGet(Json::ofNull))
        .filter(Json.Num.class::isInstance)
        .map(sum -> ((Json.Num) sum).value())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValue();
  }
}
