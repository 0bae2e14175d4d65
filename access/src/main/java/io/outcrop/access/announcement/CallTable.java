package io.outcrop.access.announcement;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Every operation that doctor calls, and every detection that is known: data.
final class CallTable {
  private CallTable() {}

  /// One operation.
  ///
  /// @param call `iam:GetUser`; before the colon stands the prefix of its host
  /// @param host the prefix of its host where it is another
  /// @param home whether its host is in the partition's home region
  /// @param by who signs: `own`, `caller`, `reader`, `source`, `nobody`
  /// @param when what has to be so of the request; all of it
  /// @param resources what the actions are asked for, with placeholders
  record Row(
      String stage,
      String call,
      String host,
      boolean home,
      String by,
      List<String> when,
      String onlyIf,
      String times,
      List<String> actions,
      List<String> resources,
      boolean examined,
      boolean paid,
      String event,
      String eventName,
      boolean data,
      String tells) {
    Row {
      when = List.copyOf(when);
      actions = List.copyOf(actions);
      resources = List.copyOf(resources);
    }
  }

  /// One detection.
  ///
  /// @param any events of which one is enough; none for no matter
  /// @param all events that all have to be there
  /// @param longTermKey whether it is about long-term access keys alone
  /// @param regions in how many regions at least
  /// @param freeProbe whether it is about bodies that are refused
  record Watch(
      Announcement.Detection detection,
      List<String> any,
      List<String> all,
      boolean longTermKey,
      int regions,
      boolean freeProbe) {
    Watch {
      any = List.copyOf(any);
      all = List.copyOf(all);
    }
  }

  /// The operations, in the order of the stages.
  static List<Row> calls() {
    return read(
        "calls.json",
        fields -> {
          var sources = fields.textMap("sources");
          return fields.objects("calls", one -> row(one, sources));
        });
  }

  /// The detections.
  static List<Watch> detections() {
    return read("detections.json", fields -> fields.objects("detections", CallTable::watch));
  }

  private static Row row(Fields fields, Map<String, String> sources) {
    var source = fields.text("source");
    if (!sources.containsKey(source)) {
      fields.problem("source", "`" + source + "` is not among the sources");
    }
    var call = fields.text("call");
    return new Row(
        fields.text("stage"),
        call,
        fields.optionalText("host").orElse(call.substring(0, Math.max(0, call.indexOf(':')))),
        fields.flag("home", false),
        fields.text("by"),
        fields.texts("when"),
        fields.optionalText("onlyIf").orElse(""),
        fields.optionalText("times").orElse(""),
        fields.texts("actions"),
        fields.texts("resources"),
        fields.flag("examined", false),
        fields.flag("paid", false),
        fields.text("event"),
        fields.optionalText("eventName").orElse(call.substring(call.indexOf(':') + 1)),
        fields.flag("data", false),
        fields.text("tells"));
  }

  private static Watch watch(Fields fields) {
    return new Watch(
        new Announcement.Detection(
            fields.text("id"), fields.text("title"), fields.text("sees"), fields.text("source")),
        fields.texts("any"),
        fields.texts("all"),
        fields.optionalText("key").orElse("").equals("long-term"),
        (int) fields.whole("regions", 1),
        fields.optionalText("probing").orElse("").equals("free"));
  }

  private static <T> List<T> read(String name, Function<Fields, List<T>> reader) {
    var problems = new ArrayList<Problem>();
    if (!(JsonReader.read(text(name)) instanceof JsonReading.Read(var value))) {
      throw new IllegalStateException("`" + name + "` is no JSON");
    }
    var fields = new Fields(value, "", problems);
    fields.whole("formatVersion", 1);
    fields.text("about");
    fields.text("asOf");
    var rows = reader.apply(fields);
    fields.finish();
    if (!problems.isEmpty() || rows.isEmpty()) {
      throw new IllegalStateException("`" + name + "` is not as it should be: " + problems);
    }
    return rows;
  }

  private static String text(String name) {
    try (var in = CallTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
