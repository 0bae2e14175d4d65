package io.outcrop.causes.catalogue;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the JSON file of one cause, strictly.
public final class EntryReader {
  private final List<Problem> problems = new ArrayList<>();

  private EntryReader() {}

  /// Reads `text`.
  public static EntryReading read(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Malformed malformed ->
          new EntryReading.Malformed(
              List.of(new Problem("", malformed.position(), malformed.message())));
      case JsonReading.Read read -> read(read.value());
    };
  }

  /// Reads an entry that is a JSON value already.
  static EntryReading read(Json value) {
    return new EntryReader().entry(value);
  }

  /// Reads what only people read of an entry that is known to be well formed.
  static Entry.Page page(Json value) {
    var reader = new EntryReader();
    var fields = new Fields(value, "", reader.problems);
    return new Entry.Page(
        reader.cause(fields),
        listsByName(fields, "sentences"),
        listsByName(fields, "gists"),
        example(fields));
  }

  private EntryReading entry(Json value) {
    var fields = new Fields(value, "", problems);
    var entry =
        new Entry(
            cause(fields),
            listsByName(fields, "sentences"),
            listsByName(fields, "gists"),
            tells(fields),
            example(fields));
    fields.finish();
    if (entry.tells().isEmpty()) {
      fields.problem("tells", "nothing tells this cause");
    }
    return problems.isEmpty() ? new EntryReading.Read(entry) : new EntryReading.Malformed(problems);
  }

  private Cause cause(Fields fields) {
    return new Cause(
        fields.text("slug"),
        fields.text("family"),
        fields.text("summary"),
        fields.text("means"),
        fields.text("why"),
        fields.text("confirm"),
        fields.texts("lookAlikes"),
        fields.optionalText("probe").orElse(""),
        fields.objects("cures", this::cure),
        oneOf(fields, "retry", Cause.Retry.values(), Cause.Retry::id),
        delay(fields),
        who(fields),
        fields.optionalText("takes").orElse(""),
        fields.text("source"),
        fields.text("asOf"),
        fields.optionalText("outdated").orElse(""));
  }

  private static Cause.Delay delay(Fields fields) {
    var written = fields.object("delay");
    if (written.isEmpty()) {
      return Cause.Delay.NONE;
    }
    var members = written.get();
    var delay = new Cause.Delay(duration(members, "first"), duration(members, "most"));
    members.finish();
    if (delay.first().isNegative() || delay.most().compareTo(delay.first()) < 0) {
      fields.problem("delay", "expected `first` from zero on, and `most` not below it");
    }
    return delay;
  }

  private static Duration duration(Fields fields, String name) {
    try {
      return Duration.parse(fields.text(name));
    } catch (DateTimeParseException _) {
      fields.problem(name, "expected a duration as ISO 8601 writes it, such as `PT2S`");
      return Duration.ZERO;
    }
  }

  private static String who(Fields fields) {
    var who = fields.text("who");
    if (!List.of("caller", "administrator", "organization", "aws").contains(who)) {
      fields.problem("who", "expected `caller`, `administrator`, `organization` or `aws`");
    }
    return who;
  }

  private Cause.Cure cure(Fields fields) {
    return new Cause.Cure(
        oneOf(fields, "applicability", Cause.Applicability.values(), Cause.Applicability::id),
        fields.text("title"),
        fields.texts("commands"),
        fields.optionalText("undo").orElse(""));
  }

  private List<Tell> tells(Fields fields) {
    return fields.objects("tells", this::tell);
  }

  private Tell tell(Fields fields) {
    var points = fields.whole("points", 50);
    if (points < 0 || points > 100) {
      fields.problem("points", "expected 0 to 100");
    }
    var when = listsByName(fields, "when");
    if (when.isEmpty()) {
      fields.problem("when", "a tell needs a signal");
    }
    return new Tell(
        when,
        listsByName(fields, "unless"),
        oneOf(fields, "says", Tell.Strength.values(), Tell.Strength::id),
        (int) points,
        fields.flag("alone", false));
  }

  private static Map<String, List<String>> listsByName(Fields fields, String name) {
    var lists = new LinkedHashMap<String, List<String>>();
    fields
        .object(name)
        .ifPresent(members -> {
          for (var key : members.names()) {
            lists.put(key, members.texts(key));
            if (lists.get(key).isEmpty()) {
              members.problem(key, "expected at least one text");
            }
          }
        });
    return lists;
  }

  private static Example example(Fields fields) {
    var found = fields.object("example");
    if (found.isEmpty()) {
      fields.problem("example", "member `example` is missing");
      return new Example("", "", "", true);
    }
    var members = found.get();
    var example =
        new Example(
            members.text("text"),
            members.optionalText("region").orElse(""),
            members.optionalText("model").orElse(""),
            members.flag("candidate", false));
    members.finish();
    return example;
  }

  private static <E> E oneOf(Fields fields, String name, E[] values, Function<E, String> id) {
    var text = fields.text(name);
    for (var value : values) {
      if (id.apply(value).equals(text)) {
        return value;
      }
    }
    fields.problem(name, "`" + text + "` is not one of the known words");
    return values[0];
  }
}
