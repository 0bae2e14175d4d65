package io.outcrop.access.announcement;

import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.access.announcement.Announcement.Detection;
import io.outcrop.access.announcement.Announcement.Event;
import io.outcrop.access.announcement.CallTable.Row;
import io.outcrop.access.announcement.CallTable.Watch;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cloud.AwsAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what a run of doctor would call. Nothing is called: all comes from the table of calls and
/// the client side's own files.
public final class Announcements {
  private final List<Row> table = CallTable.calls();
  private final Map<AnnouncedCall, Integer> calls = new LinkedHashMap<>();
  private final OwnPolicies policies = new OwnPolicies();
  private final Set<String> notes = new LinkedHashSet<>();

  private Announcements() {}

  /// What `requests` would lead to, all of them together.
  public static Announcement of(List<ExaminationRequest> requests) {
    var announcements = new Announcements();
    var facts = requests.stream().map(RunFacts::new).toList();
    facts.forEach(announcements::add);
    return announcements.result(facts);
  }

  private void add(RunFacts facts) {
    if (!facts.canCall()) {
      notes.add("without credentials, or without a region, AWS is not called at all");
      return;
    }
    notes.add(
        "before that the name `%s` is resolved, and one unsigned request sees whether it answers"
            .formatted(facts.host("bedrock-runtime", false)));
    for (var row : table) {
      if (row.when().stream().allMatch(facts::is) && facts.signs(row.by(), row.host())) {
        calls.putIfAbsent(announced(row, facts), calls.size());
        if (!row.examined()) {
          policies.add(row, facts);
        }
      }
    }
  }

  private static AnnouncedCall announced(Row row, RunFacts facts) {
    return new AnnouncedCall(
        row.stage(),
        row.call(),
        facts.host(row.host(), row.home()),
        facts.signer(row.by()),
        row.actions(),
        row.examined(),
        row.paid() && facts.isPaid(),
        row.times(),
        onlyIf(row, facts),
        row.tells(),
        new Event(
            row.event() + ".amazonaws.com",
            row.eventName(),
            facts.eventRegion(row.home()),
            row.data()));
  }

  private static String onlyIf(Row row, RunFacts facts) {
    var conditions = new ArrayList<String>();
    for (var kind : List.of("user", "role")) {
      if (row.when().contains(kind) && !facts.isCertain(kind)) {
        conditions.add("the caller is a " + kind);
      }
    }
    if (!row.onlyIf().isEmpty()) {
      conditions.add(row.onlyIf());
    }
    return String.join(", and ", conditions);
  }

  private Announcement result(List<RunFacts> facts) {
    if (calls.keySet().stream().anyMatch(AnnouncedCall::examined)) {
      notes.add(
          "the calls to the model need what the program itself needs, which is what is examined:"
              + " `outcrop policy generate` writes that policy");
    }
    if (facts.stream().anyMatch(RunFacts::isFree)) {
      notes.add("a call whose body is refused costs nothing, and subscribes to nothing");
    }
    notes.add("a call that AWS throttles, or that is lost, is made again, twice at most");
    var ordered = List.copyOf(calls.keySet());
    return new Announcement(
        ordered,
        policies.all(),
        detections(ordered, facts),
        AwsAccount.userAgent(),
        "outcrop",
        List.copyOf(notes));
  }

  private static List<Detection> detections(List<AnnouncedCall> calls, List<RunFacts> facts) {
    var names = calls.stream().map(call -> call.event().name()).collect(Collectors.toSet());
    var regions = facts.stream().map(RunFacts::region).distinct().count();
    var longTerm = facts.stream().anyMatch(RunFacts::hasLongTermKey);
    var free = facts.stream().anyMatch(RunFacts::isFree);
    return CallTable.detections().stream()
        .filter(watch -> watch.any().isEmpty() || watch.any().stream().anyMatch(names::contains))
        .filter(watch -> names.containsAll(watch.all()))
        .filter(watch -> longTerm || !watch.longTermKey())
        .filter(watch -> free || !watch.freeProbe())
        .filter(watch -> regions >= watch.regions())
        .map(Watch::detection)
        .toList();
  }
}
