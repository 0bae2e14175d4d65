package io.outcrop.sandbox.metrics;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// GetMetricData, of metrics as they are. An expression is refused: metric math is not part of this
/// sandbox.
final class MetricData implements Operation {
  private static final int MOST = 100_800;
  private static final int QUERIES = 500;
  private static final Pattern ID = Pattern.compile("^[a-z][a-zA-Z0-9_]*$");

  @Override
  public Reply answer(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("cloudwatch:GetMetricData", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var queries = visit.call().input().list("MetricDataQueries");
    if (queries.isEmpty() || queries.size() > QUERIES) {
      return Asked.invalid(
          "The collection MetricDataQueries must have between 1 and " + QUERIES + " elements.");
    }
    var wrong = wrongId(queries);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    return switch (Asked.times(visit)) {
      case Asked.Times.Wrong(Reply.Fault fault) -> fault;
      case Asked.Times.Right(Instant from, Instant to) -> answer(visit, queries, from, to);
    };
  }

  /// The refusal of queries that are not told apart by their ids. Source: Amazon CloudWatch API
  /// Reference, "MetricDataQuery", read 2026-11.
  private static Optional<Reply.Fault> wrongId(List<Json> queries) {
    var ids = new HashSet<String>();
    for (var at = 1; at <= queries.size(); at++) {
      var id = queries.get(at - 1) instanceof Json.Obj query ? query.text("Id").orElse("") : "";
      if (!ID.matcher(id).matches()) {
        return Optional.of(
            Asked.unfit(
                "The value %s for parameter MetricDataQueries.member.%d.Id is not matching the expected pattern %s."
                    .formatted(id, at, ID.pattern())));
      }
      if (!ids.add(id)) {
        return Optional.of(
            Asked.unfit("The values for parameter id in MetricDataQueries are not unique."));
      }
    }
    return Optional.empty();
  }

  private static Reply answer(Visit visit, List<Json> queries, Instant from, Instant to) {
    var results = new ArrayList<Result>();
    for (var query : queries) {
      switch (read(visit, query, from, to)) {
        case Reading.Wrong(Reply.Fault fault) -> {
          return fault;
        }
        case Reading.Right(Result result) when isWanted(query) -> results.add(result);
        case Reading.Right _ -> {}
      }
    }
    return page(visit, results);
  }

  /// What came of one query.
  private sealed interface Reading {
    record Right(Result result) implements Reading {}

    record Wrong(Reply.Fault fault) implements Reading {}
  }

  private record Point(Instant at, double value) {}

  private record Result(String id, String label, List<Point> points) {
    Json.Obj shown(List<Point> part) {
      return Json.object()
          .with("Id", Json.of(id))
          .with("Label", Json.of(label))
          .with(
              "Timestamps",
              Json.array(part.stream().map(point -> Json.of(point.at().toString())).toList()))
          .with(
              "Values",
              Json.array(
                  part.stream().map(point -> Json.of(BigDecimal.valueOf(point.value()))).toList()))
          .with("StatusCode", Json.of(part.size() == points.size() ? "Complete" : "PartialData"));
    }
  }

  private static boolean isWanted(Json query) {
    return query instanceof Json.Obj object
        && object.get("ReturnData").filter(Json.of(false)::equals).isEmpty();
  }

  private static Reading read(Visit visit, Json query, Instant from, Instant to) {
    var object = query instanceof Json.Obj said ? said : Json.object();
    var id = object.text("Id").orElse("");
    var stat = object.object("MetricStat");
    if (stat.isEmpty()) {
      return new Reading.Wrong(
          Asked.invalid(
              "query `"
                  + id
                  + "` has an expression; metric math is not part of this"
                  + " sandbox"));
    }
    var period = Asked.period(stat.get());
    if (period.isEmpty()) {
      return new Reading.Wrong(Asked.wrongPeriod());
    }
    var word = stat.get().text("Stat").orElse("");
    var statistic = Statistic.read(word);
    if (statistic.isEmpty()) {
      return new Reading.Wrong(
          Asked.invalid("The value " + word + " for parameter Stat is not supported."));
    }
    var metric = stat.get().object("Metric").orElseGet(Json::object);
    var name = metric.text("MetricName").orElse("");
    var points = new ArrayList<Point>();
    series(metric, stat.get(), new Series.Window(from, to, period.get()))
        .ifPresent(series ->
            series
                .values(visit)
                .forEach((at, values) -> points.add(new Point(at, statistic.get().of(values)))));
    if (visit.text("ScanBy").filter("TimestampAscending"::equals).isEmpty()) {
      Collections.reverse(points);
    }
    return new Reading.Right(new Result(id, object.text("Label").orElse(name), points));
  }

  private static Optional<Series> series(Json.Obj metric, Json.Obj stat, Series.Window window) {
    var known =
        BedrockMetric.named(metric.text("MetricName").orElse(""))
            .filter(
                _ -> metric.text("Namespace").filter(BedrockMetric.NAMESPACE::equals).isPresent())
            .filter(
                named -> stat.text("Unit").filter(unit -> !unit.equals(named.unit())).isEmpty());
    var modelId = Asked.modelId(metric.list("Dimensions"));
    return known.isPresent() && modelId.isPresent()
        ? Optional.of(new Series(known.get(), modelId.get(), window))
        : Optional.empty();
  }

  /// The datapoints from the token's place on, as many as a page may have.
  private static Reply page(Visit visit, List<Result> results) {
    var skipped = Skip.read(visit);
    if (skipped.isEmpty()) {
      return Skip.refused();
    }
    var room = most(visit);
    var skip = skipped.get();
    var shown = new ArrayList<Json>();
    for (var result : results) {
      var begin = Math.min(skip, result.points().size());
      var end = (int) Math.min(begin + (long) room, result.points().size());
      if (begin < end || (result.points().isEmpty() && skip == 0)) {
        shown.add(result.shown(result.points().subList(begin, end)));
      }
      skip -= begin;
      room -= end - begin;
    }
    var total = results.stream().mapToInt(result -> result.points().size()).sum();
    var given = skipped.get() + most(visit);
    var output =
        Json.object()
            .with("MetricDataResults", Json.array(shown))
            .with("Messages", Json.array(List.of()));
    return new Reply.Output(
        given < total ? output.with("NextToken", Json.of(Skip.token(given))) : output);
  }

  private static int most(Visit visit) {
    return visit.call().input().get("MaxDatapoints").orElse(null) instanceof Json.Num(var most, _)
        ? Math.clamp(most.longValue(), 1, MOST)
        : MOST;
  }
}
