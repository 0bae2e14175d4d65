package io.outcrop.report.doctor;

import io.outcrop.access.announcement.Announcement;
import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.access.announcement.Announcement.Detection;
import io.outcrop.access.announcement.Announcement.OwnPolicy;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.Ending;
import io.outcrop.report.style.Look;
import io.outcrop.report.style.Mark;
import io.outcrop.report.style.Page;
import io.outcrop.report.style.Style;
import io.outcrop.report.style.Styled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a run of doctor would call, for a person.
public final class AnnouncementText {
  private static final int COLUMN = 11;

  private final Page page = new Page();

  private AnnouncementText() {}

  /// The page.
  public static String render(Announcement announcement, Ending ending, Look look) {
    var text = new AnnouncementText();
    text.head(announcement);
    text.calls(announcement.calls());
    announcement.policies().forEach(text::policy);
    text.events(announcement);
    text.detections(announcement.detections());
    text.notes(announcement.notes());
    ending.addTo(text.page);
    return text.page.render(look);
  }

  private void head(Announcement announcement) {
    var paid = announcement.calls().stream().filter(AnnouncedCall::paid).count();
    page.text(
        0,
        Styled.of(
                Style.STRONG,
                announcement.calls().isEmpty()
                    ? "no call to AWS"
                    : announcement.calls().size() + " operations of AWS")
            .plus(
                Style.PLAIN,
                announcement.calls().isEmpty()
                    ? ""
                    : paid == 0
                        ? ", all of them free; nothing was called yet"
                        : ", %d of them paid for; nothing was called yet".formatted(paid)));
  }

  /// Where calls of one stage go and who signs them is said once.
  private void calls(List<AnnouncedCall> calls) {
    Map<String, List<AnnouncedCall>> groups =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    AnnouncementText::group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach((group, members) -> {
      page.heading(group);
      members.forEach(this::call);
    });
  }

  private static String group(AnnouncedCall call) {
    return "%s: %s, %s"
        .formatted(
            call.stage(),
            call.host(),
            call.signer().isEmpty() ? "unsigned" : "signed by " + call.signer());
  }

  private void call(AnnouncedCall call) {
    page.item(
        0,
        call.paid() ? Mark.WARNING : Mark.NOTHING,
        Styled.of(Style.CODE, call.operation())
            .plus(Style.PLAIN, call.paid() ? " is paid for" : "")
            .plus(Style.PLAIN, " (" + permission(call) + ")"));
    labelled("tells", call.tells());
    if (!call.onlyIf().isEmpty() || !call.times().isEmpty()) {
      var condition = call.onlyIf().isEmpty() ? "" : "only if " + call.onlyIf();
      labelled(
          "when",
          condition + (condition.isEmpty() || call.times().isEmpty() ? "" : "; ") + call.times());
    }
  }

  private static String permission(AnnouncedCall call) {
    if (call.actions().isEmpty()) {
      return "needs no permission";
    }
    return call.actions().equals(List.of(call.operation()))
        ? "by the action of that name"
        : "by `" + String.join("` and `", call.actions()) + "`";
  }

  private void policy(OwnPolicy policy) {
    page.heading("The least policy for the doctor itself: for " + policy.signer());
    page.verbatim(2, JsonWriter.pretty(policy.document()));
  }

  private void events(Announcement announcement) {
    if (announcement.calls().isEmpty()) {
      return;
    }
    page.heading("What a security team sees");
    for (var data : List.of(false, true)) {
      Map<String, TreeSet<String>> names = new LinkedHashMap<>();
      announcement.calls().stream()
          .map(AnnouncedCall::event)
          .filter(event -> event.data() == data)
          .forEach(event ->
              names
                  .computeIfAbsent(event.source() + " in " + event.region(), _ -> new TreeSet<>())
                  .add(event.name()));
      names.forEach((source, all) ->
          labelled(data ? "data" : "events", source + ": " + String.join(", ", all)));
    }
    labelled("agent", "every user agent holds `" + announcement.userAgent() + "`");
    labelled(
        "session", "every session that it begins is named `" + announcement.sessionName() + "`");
  }

  private void detections(List<Detection> detections) {
    if (detections.isEmpty()) {
      return;
    }
    page.heading("Published detections that this can set off");
    for (var one : detections) {
      page.item(
          0, Mark.WARNING, Styled.prose(one.title()).plus(Style.FAINT, " [" + one.id() + "]"));
      labelled("sees", one.sees());
      labelled("source", one.source());
    }
  }

  private void notes(List<String> notes) {
    page.heading("Notes");
    notes.forEach(note -> page.item(0, Mark.NOTHING, Styled.prose(note)));
  }

  private void labelled(String label, String words) {
    page.labelled(2, label, COLUMN, Styled.prose(words));
  }
}
