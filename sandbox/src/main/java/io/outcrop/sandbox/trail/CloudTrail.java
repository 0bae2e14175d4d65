package io.outcrop.sandbox.trail;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// The operations of AWS CloudTrail.
public final class CloudTrail {
  private CloudTrail() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "LookupEvents", new LookupEvents(),
        "DescribeTrails", visit -> none(visit, "cloudtrail:DescribeTrails", "trailList"),
        "ListTrails", visit -> none(visit, "cloudtrail:ListTrails", "Trails"),
        "GetTrailStatus", visit -> unknown(visit, "cloudtrail:GetTrailStatus", "Name"),
        "GetEventSelectors", visit -> unknown(visit, "cloudtrail:GetEventSelectors", "TrailName"));
  }

  private static Reply none(Visit visit, String action, String member) {
    return visit
        .denied(Guard.Wish.of(action, "*"))
        .<Reply>map(fault -> fault)
        .orElseGet(() -> new Reply.Output(Json.object().with(member, Json.array(List.of()))));
  }

  /// The sentences as seen by others.
  private static Reply unknown(Visit visit, String action, String member) {
    var named = visit.required(member);
    var wrong = TrailName.wrong(named);
    if (wrong.isPresent()) {
      return Faults.said("InvalidTrailNameException", wrong.get());
    }
    var arn =
        named.startsWith("arn:")
            ? named
            : "arn:aws:cloudtrail:%s:%s:trail/%s"
                .formatted(visit.region(), visit.account().id(), named);
    return visit
        .denied(Guard.Wish.of(action, arn))
        .orElseGet(() ->
            Faults.said(
                "TrailNotFoundException",
                "Unknown trail: %s for the user: %s".formatted(arn, visit.account().id())));
  }
}
