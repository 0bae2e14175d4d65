package io.outcrop.report.doctor;

import io.outcrop.access.announcement.Announcement;
import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.json.Json;
import io.outcrop.report.Ending;

/// What a run of doctor would call, for a program.
public final class AnnouncementJson {
  private AnnouncementJson() {}

  /// The whole report: `docs/schema/doctor-calls.json`.
  public static Json.Obj of(Announcement announcement, Ending ending) {
    return ending
        .addTo(Json.object().with("formatVersion", Json.of(1)))
        .with(
            "calls", Json.array(announcement.calls().stream().map(AnnouncementJson::call).toList()))
        .with(
            "policies",
            Json.array(
                announcement.policies().stream()
                    .map(policy ->
                        Json.object()
                            .with("signer", Json.of(policy.signer()))
                            .with("document", policy.document()))
                    .toList()))
        .with("userAgent", Json.of(announcement.userAgent()))
        .with("sessionName", Json.of(announcement.sessionName()))
        .with(
            "detections",
            Json.array(
                announcement.detections().stream()
                    .map(one ->
                        Json.object()
                            .with("id", Json.of(one.id()))
                            .with("title", Json.of(one.title()))
                            .with("sees", Json.of(one.sees()))
                            .with("source", Json.of(one.source())))
                    .toList()))
        .with("notes", Json.ofTexts(announcement.notes()));
  }

  private static Json.Obj call(AnnouncedCall call) {
    var event = call.event();
    return Json.object()
        .with("stage", Json.of(call.stage()))
        .with("operation", Json.of(call.operation()))
        .with("host", Json.of(call.host()))
        .with("signer", Json.of(call.signer()))
        .with("actions", Json.ofTexts(call.actions()))
        .with("examined", Json.of(call.examined()))
        .with("cost", Json.of(call.paid() ? "paid" : "free"))
        .with("times", Json.of(call.times()))
        .with("onlyIf", Json.of(call.onlyIf()))
        .with("tells", Json.of(call.tells()))
        .with(
            "event",
            Json.object()
                .with("source", Json.of(event.source()))
                .with("name", Json.of(event.name()))
                .with("region", Json.of(event.region()))
                .with("category", Json.of(event.data() ? "data" : "management")));
  }
}
