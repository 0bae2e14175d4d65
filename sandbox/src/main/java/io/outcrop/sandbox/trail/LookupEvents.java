package io.outcrop.sandbox.trail;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.trace.Ledger;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The event history of an account in a region. Source: AWS CloudTrail API Reference,
/// "LookupEvents", read 2026-11; its error sentences are those of that page.
final class LookupEvents implements Operation {
  private static final Duration HISTORY = Duration.ofDays(90);
  private static final int MOST = 50;

  /// AWS CloudTrail User Guide: events are usually delivered within about five minutes of a call.
  private static final Duration DELIVERY = Duration.ofMinutes(5);

  private final Pace pace = new Pace(2);

  @Override
  public Reply answer(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("cloudtrail:LookupEvents", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    var isReal = visit.realm().circumstances().propagation() == Propagation.REAL;
    if (isReal && !pace.admits(visit.account().id() + " " + visit.region(), visit.now())) {
      return Faults.said(400, "ThrottlingException", "Rate exceeded");
    }
    return switch (Query.read(visit)) {
      case Query.Wrong(Reply.Fault fault) -> fault;
      case Query.Right query -> found(visit, query, isReal ? visit.now().minus(DELIVERY) : null);
    };
  }

  private static Reply found(Visit visit, Query.Right query, @Nullable Instant delivered) {
    if (query.insight()) {
      return new Reply.Output(Json.object().with("Events", Json.array(List.of())));
    }
    var to = delivered != null && delivered.isBefore(query.to()) ? delivered : query.to();
    var lookup = new Ledger.Lookup(query.from(), to, query.mention(visit), query::fits);
    var page = visit.world().ledger().events(lookup, query.most(), query.place());
    if (page.isEmpty()) {
      return invalidToken();
    }
    var output =
        Json.object()
            .with("Events", Json.array(page.get().events().stream().map(ShownEvent::of).toList()));
    return new Reply.Output(
        page.get().next().isEmpty()
            ? output
            : output.with("NextToken", Json.of(query.token(page.get().next()))));
  }

  private static Reply.Fault invalidToken() {
    return Faults.said(
        "InvalidNextTokenException",
        "A token that is not valid, or a token that was previously used in a request with different"
            + " parameters. This exception is thrown if the token is not valid.");
  }

  /// What is asked.
  private sealed interface Query {
    /// It cannot be answered.
    record Wrong(Reply.Fault fault) implements Query {}

    /// Events between two moments, perhaps with one attribute.
    ///
    /// @param place where the page begins, in the ledger's words
    /// @param asked what tells this query from others
    record Right(
        Instant from,
        Instant to,
        Optional<LookupAttribute> attribute,
        String value,
        int most,
        String place,
        String asked,
        boolean insight)
        implements Query {

      List<String> mention(Visit visit) {
        var mention = new ArrayList<String>();
        mention.add("\"recipientAccountId\":\"" + visit.account().id() + "\"");
        mention.add("\"awsRegion\":\"" + visit.region() + "\"");
        attribute.ifPresent(by -> mention.addAll(by.mention(value)));
        return mention;
      }

      boolean fits(Json.Obj event) {
        return attribute.isEmpty() || attribute.get().fits(ShownEvent.of(event), value);
      }

      /// A token that is good for this query alone.
      String token(String next) {
        return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((asked + "\n" + next).getBytes(StandardCharsets.UTF_8));
      }
    }

    static Query read(Visit visit) {
      var input = visit.call().input();
      var attributes = input.list("LookupAttributes");
      if (attributes.size() > 1) {
        return wrong("InvalidLookupAttributesException", "Only one lookup attribute is allowed.");
      }
      var from = time(visit, "StartTime").orElse(Instant.MIN);
      var to = time(visit, "EndTime").orElse(visit.now());
      if (from.isAfter(to)) {
        return wrong(
            "InvalidTimeRangeException",
            "Either the start time occurs after the end time, or the time range is outside the"
                + " range of possible values.");
      }
      var most = whole(input, "MaxResults").orElse(MOST);
      if (most < 1 || most > MOST) {
        return wrong(
            "InvalidMaxResultsException",
            "This exception is thrown if the limit specified is not" + " valid.");
      }
      var category = visit.text("EventCategory").orElse("");
      if (!category.isEmpty() && !category.equals("insight")) {
        return wrong(
            "InvalidEventCategoryException",
            "Occurs if an event category that is not valid is specified as a value of"
                + " EventCategory.");
      }
      return attributed(visit, from, to, most, category.equals("insight"));
    }

    private static Query attributed(
        Visit visit, Instant from, Instant to, int most, boolean insight) {
      var input = visit.call().input();
      var oldest = visit.now().minus(HISTORY);
      var asked = JsonWriter.compact(input.without("NextToken").without("MaxResults"));
      var place = place(visit.text("NextToken").orElse(""), asked);
      if (place.isEmpty()) {
        return new Wrong(invalidToken());
      }
      var first = input.list("LookupAttributes").stream().findFirst();
      var key = first.flatMap(LookupEvents::object).flatMap(one -> one.text("AttributeKey"));
      var value = first.flatMap(LookupEvents::object).flatMap(one -> one.text("AttributeValue"));
      var attribute = key.flatMap(LookupAttribute::of);
      if (first.isPresent() && (attribute.isEmpty() || value.isEmpty())) {
        return wrong(
            "InvalidLookupAttributesException",
            "Occurs when a lookup attribute is specified that is not valid.");
      }
      return new Right(
          from.isBefore(oldest) ? oldest : from,
          to,
          attribute,
          value.orElse(""),
          most,
          place.get(),
          asked,
          insight);
    }

    private static Optional<String> place(String token, String asked) {
      if (token.isEmpty()) {
        return Optional.of("");
      }
      try {
        var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        var end = text.lastIndexOf('\n');
        return end >= 0 && text.substring(0, end).equals(asked)
            ? Optional.of(text.substring(end + 1)).filter(place -> !place.isEmpty())
            : Optional.empty();
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    private static Optional<Integer> whole(Json.Obj input, String name) {
      return input.get(name).orElse(null) instanceof Json.Num(var value, _)
          ? Optional.of(value.intValue())
          : Optional.empty();
    }

    private static Optional<Instant> time(Visit visit, String name) {
      try {
        return visit.text(name).map(Instant::parse);
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }

    private static Wrong wrong(String code, String message) {
      return new Wrong(Faults.said(code, message));
    }
  }

  private static Optional<Json.Obj> object(Json value) {
    return value instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
  }
}
