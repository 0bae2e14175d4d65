package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What CloudTrail and CloudWatch show adds up to what was called.
final class InsightTest {
  private static final String ADMIN = "AKIAIOSFODNN7EXAMPLE";
  private static final long SEED = 9;

  @TempDir Path temp;

  private static Json.Obj output(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Output.class);
    return ((Reply.Output) reply).output();
  }

  private static Reply converse(Playground playground, String text, int maxTokens) {
    return playground.call(
        ADMIN,
        "bedrock-runtime",
        "Converse",
        """
        {"modelId":"us.anthropic.claude-sonnet-5-5",\
        "messages":[{"role":"user","content":[{"text":"%s"}]}],\
        "inferenceConfig":{"maxTokens":%d}}\
        """
            .formatted(text, maxTokens),
        "");
  }

  private static double[] metric(Playground playground, String name, String stat, int period) {
    var from = playground.world().realm().title().clock();
    var result =
        output(
                playground.call(
                    ADMIN,
                    "cloudwatch",
                    "GetMetricData",
                    """
                    {"MetricDataQueries":[{"Id":"a","MetricStat":{"Period":%d,"Stat":"%s",\
                    "Metric":{"Namespace":"AWS/Bedrock","MetricName":"%s"}}}],\
                    "StartTime":"%s","EndTime":"%s","ScanBy":"TimestampAscending"}\
                    """
                        .formatted(
                            period,
                            stat,
                            name,
                            from,
                            playground.world().clock().instant().plusSeconds(60)),
                    ""))
            .list("MetricDataResults")
            .getFirst();
    return ((Json.Obj) result)
        .list("Values").stream()
            .mapToDouble(value -> ((Json.Num) value).value().doubleValue())
            .toArray();
  }

  @Test
  void metricsAddUpToWhatTheAnswersSaid() {
    var random = new Random(SEED);
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      var output = new ArrayList<Double>();
      var input = BigDecimal.ZERO;
      for (var call = 0; call < 120; call++) {
        playground.pass(Duration.ofSeconds(random.nextInt(40)));
        var usage =
            output(
                    converse(
                        playground, "word ".repeat(1 + random.nextInt(30)), 1 + random.nextInt(25)))
                .object("usage")
                .orElseThrow();
        output.add(((Json.Num) usage.get("outputTokens").orElseThrow()).value().doubleValue());
        input = input.add(((Json.Num) usage.get("inputTokens").orElseThrow()).value());
      }
      for (var period : List.of(60, 300, 3600)) {
        assertThat(Arrays.stream(metric(playground, "Invocations", "Sum", period)).sum())
            .isEqualTo(120);
        assertThat(Arrays.stream(metric(playground, "InputTokenCount", "Sum", period)).sum())
            .isEqualTo(input.doubleValue());
        assertThat(
                Arrays.stream(metric(playground, "OutputTokenCount", "SampleCount", period)).sum())
            .isEqualTo(120);
        assertThat(
                Arrays.stream(metric(playground, "OutputTokenCount", "Maximum", period))
                    .max()
                    .orElseThrow())
            .isEqualTo(output.stream().max(Double::compare).orElseThrow());
        assertThat(Arrays.stream(metric(playground, "EstimatedTPMQuotaUsage", "Sum", period)).sum())
            .isEqualTo(
                input.doubleValue() + 10 * output.stream().mapToDouble(value -> value).sum());
      }
      output.sort(Double::compare);
      assertThat(metric(playground, "OutputTokenCount", "p0", 86_400))
          .containsExactly(output.getFirst());
      assertThat(metric(playground, "OutputTokenCount", "p100", 86_400))
          .containsExactly(output.getLast());
      assertThat(metric(playground, "OutputTokenCount", "p50", 86_400)[0])
          .isEqualTo((output.get(59) + output.get(60)) / 2);
      assertThat(metric(playground, "TimeToFirstToken", "Average", 60)).isEmpty();
    }
  }

  @Test
  void pagesOfMetricDataHaveEveryPointOnce() {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      for (var call = 0; call < 10; call++) {
        converse(playground, "Hello", 5);
        playground.pass(Duration.ofMinutes(1));
      }
      var seen = new ArrayList<String>();
      var token = "";
      do {
        var page =
            output(
                playground.call(
                    ADMIN,
                    "cloudwatch",
                    "GetMetricData",
                    """
                    {"MetricDataQueries":[{"Id":"a","MetricStat":{"Period":60,"Stat":"Sum","Metric":{"Namespace":"AWS/Bedrock","MetricName":"Invocations"}}},\
                    {"Id":"b","MetricStat":{"Period":60,"Stat":"Sum","Metric":{"Namespace":"AWS/Bedrock","MetricName":"OutputTokenCount"}}}],\
                    "StartTime":"2026-11-20T09:00:00Z","EndTime":"2026-11-20T10:00:00Z","MaxDatapoints":3,"NextToken":"%s"}\
                    """
                        .formatted(token),
                    ""));
        for (var result : page.list("MetricDataResults")) {
          var object = (Json.Obj) result;
          object.list("Timestamps").forEach(at -> seen.add(object.text("Id").orElseThrow() + at));
        }
        token = page.text("NextToken").orElse("");
      } while (!token.isEmpty());
      assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }
  }

  private static Json.Obj lookup(Playground playground, String more) {
    return output(
        playground.call(ADMIN, "cloudtrail", "LookupEvents", "{\"MaxResults\":7" + more + "}", ""));
  }

  @Test
  void pagesOfEventsHaveEveryEventOnceWhileOthersHappen() {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      for (var call = 0; call < 60; call++) {
        converse(playground, "Hello", 5);
        playground.pass(Duration.ofHours(1));
      }
      var by =
          ",\"LookupAttributes\":[{\"AttributeKey\":\"EventName\",\"AttributeValue\":\"Converse\"}]";
      var ids = new ArrayList<String>();
      var times = new ArrayList<String>();
      var token = "";
      do {
        var page =
            lookup(playground, by + (token.isEmpty() ? "" : ",\"NextToken\":\"" + token + "\""));
        for (var event : page.list("Events")) {
          ids.add(((Json.Obj) event).text("EventId").orElseThrow());
          times.add(((Json.Obj) event).text("EventTime").orElseThrow());
        }
        converse(playground, "Meanwhile", 5);
        token = page.text("NextToken").orElse("");
      } while (!token.isEmpty());
      assertThat(ids).hasSize(60).doesNotHaveDuplicates();
      assertThat(times).isSortedAccordingTo((a, b) -> b.compareTo(a));
      var first = lookup(playground, by);
      var foreign =
          playground.call(
              ADMIN,
              "cloudtrail",
              "LookupEvents",
              "{\"NextToken\":\"" + first.text("NextToken").orElseThrow() + "\"}",
              "");
      assertThat(Playground.line(foreign)).startsWith("0 InvalidNextTokenException");
    }
  }

  @Test
  void historyIsOfNinetyDaysOfOneAccountInOneRegion() {
    try (var playground = new Playground(temp.resolve("world"), "healthy")) {
      converse(playground, "Hello", 5);
      assertThat(lookup(playground, "").list("Events")).hasSize(1);
      playground.pass(Duration.ofDays(91));
      var by =
          ",\"LookupAttributes\":[{\"AttributeKey\":\"EventName\",\"AttributeValue\":\"Converse\"}]";
      assertThat(lookup(playground, by).list("Events")).isEmpty();
    }
  }

  @Test
  void realHistoryIsLateAndPaced() {
    var document = Worlds.get("healthy").source().with("propagation", Json.of("real"));
    var world = ((WorldReading.Read) Worlds.read(document)).world();
    try (var playground =
        new Playground(temp.resolve("world"), world.realm(), world.realm().title().clock())) {
      converse(playground, "Hello", 5);
      playground.pass(Duration.ofMinutes(4));
      assertThat(lookup(playground, "").list("Events")).isEmpty();
      playground.pass(Duration.ofMinutes(1));
      assertThat(lookup(playground, "").list("Events")).hasSize(1);
      var lines = new HashSet<String>();
      for (var call = 0; call < 3; call++) {
        lines.add(
            Playground.line(playground.call(ADMIN, "cloudtrail", "LookupEvents", "{}", ""))
                .substring(0, 20));
      }
      assertThat(lines).anyMatch(line -> line.startsWith("400 ThrottlingExcep"));
    }
  }
}
