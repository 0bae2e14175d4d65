package io.outcrop.access.journal;

import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.PlanForm;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A journal's lines as JSON.
final class JournalLines {
  private JournalLines() {}

  static Json.Obj write(Journal.Entry entry, Instant at) {
    return body(entry).with("at", Json.of(at.toString()));
  }

  private static Json.Obj body(Journal.Entry entry) {
    return switch (entry) {
      case Journal.Entry.Planned(var plan) -> plan(plan);
      case Journal.Entry.Begun(var step, var undo) ->
          line("begun", step).with("undo", Json.of(undo));
      case Journal.Entry.Applied(var step, var already) ->
          line("applied", step).with("already", Json.of(already));
      case Journal.Entry.Failed(var step, var why) ->
          line("failed", step).with("why", Json.of(why));
      case Journal.Entry.Finished() -> line("finished");
      case Journal.Entry.UndoBegun() -> line("undo-begun");
      case Journal.Entry.Undone(var step, var stays, var why) ->
          line("undone", step).with("stays", Json.of(stays)).with("why", Json.of(why));
      case Journal.Entry.UndoFinished() -> line("undo-finished");
    };
  }

  private static Json.Obj line(String entry) {
    return Json.object().with("entry", Json.of(entry));
  }

  private static Json.Obj line(String entry, int step) {
    return line(entry).with("step", Json.of(step));
  }

  private static Json.Obj plan(Plan plan) {
    var planned = line("planned");
    for (var member : PlanForm.write(plan).members().entrySet()) {
      planned = planned.with(member.getKey(), member.getValue().value());
    }
    return planned;
  }

  static List<Journal.Entry> read(String text, String file) {
    var entries = new ArrayList<Journal.Entry>();
    for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      if (!(JsonReader.read(line) instanceof JsonReading.Read(var value))) {
        throw new IllegalStateException("journal `" + file + "` is damaged");
      }
      var problems = new ArrayList<Problem>();
      var fields = new Fields(value, "", problems);
      entries.add(entry(fields));
      if (!problems.isEmpty()) {
        throw new IllegalStateException("journal `" + file + "`: " + problems.getFirst());
      }
    }
    return entries;
  }

  private static Journal.Entry entry(Fields fields) {
    var kind = fields.text("entry");
    var step = (int) fields.whole("step", -1);
    return switch (kind) {
      case "planned" -> new Journal.Entry.Planned(PlanForm.read(fields));
      case "begun" -> new Journal.Entry.Begun(step, fields.text("undo"));
      case "applied" -> new Journal.Entry.Applied(step, fields.flag("already", false));
      case "failed" -> new Journal.Entry.Failed(step, fields.text("why"));
      case "finished" -> new Journal.Entry.Finished();
      case "undo-begun" -> new Journal.Entry.UndoBegun();
      case "undone" ->
          new Journal.Entry.Undone(step, fields.flag("stays", false), fields.text("why"));
      case "undo-finished" -> new Journal.Entry.UndoFinished();
      default -> {
        fields.problem("entry", "unknown entry `" + kind + "`");
        yield new Journal.Entry.Finished();
      }
    };
  }

  /// When a line was written; none if an earlier version wrote it.
  static Optional<Instant> at(String line) {
    try {
      return JsonReader.read(line) instanceof JsonReading.Read(Json.Obj entry)
          ? entry.text("at").map(Instant::parse)
          : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
