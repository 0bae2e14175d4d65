package io.outcrop.causes.log;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.causes.signal.Span;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Counts the failures of one log. Not safe for several threads.
public final class LogReader {
  /// How much of one event is read.
  private static final int LONGEST_EVENT = 64 * 1024;

  /// How many different events are explained; what repeats an earlier one is counted without.
  private static final int MOST_EXPLAINED = 20_000;

  private static final List<String> SUBJECT = List.of("action", "resource", "principal", "model");

  private static final List<String> TIMES =
      List.of("eventTime", "@timestamp", "timestamp", "time", "ts", "datetime");

  private static final Pattern FAILURE =
      Pattern.compile(
          "(?i)error|exception|denied|not authorized|unauthorized|throttl|unable to|could"
              + " not|expired|invalid|timed out|refused|failed|\\b[45]\\d\\d\\b");

  /// What differs from one event to its repetition: times and request ids.
  private static final Pattern PASSING =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[0-9.,Z+:-]{0,16}"
              + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Explainer explainer;
  private final ExplanationContext context;
  private final String text;
  private final Map<String, Optional<Diagnosis>> explained = new LinkedHashMap<>();
  private final Map<List<String>, FailureGroup> groups = new LinkedHashMap<>();
  private int records;
  private int failures;

  private LogReader(Explainer explainer, ExplanationContext context, String text) {
    this.explainer = explainer;
    this.context = context;
    this.text = text;
  }

  /// What `text` holds, if it is a log; else [LogSummary#NONE].
  public static LogSummary read(String text, Explainer explainer, ExplanationContext context) {
    var kind = LogSlicer.kind(text);
    if (kind == LogSlicer.Kind.NONE) {
      return LogSummary.NONE;
    }
    var reader = new LogReader(explainer, context, text);
    LogSlicer.cut(text, kind, kind == LogSlicer.Kind.DATED_LINES ? reader::entry : reader::json);
    return new LogSummary(
        reader.records,
        reader.failures,
        reader.groups.values().stream()
            .sorted(Comparator.comparingInt((FailureGroup group) -> -group.count()))
            .toList(),
        kind != LogSlicer.Kind.DATED_LINES);
  }

  private void entry(Slice slice) {
    records++;
    var words = words(slice);
    if (FAILURE.matcher(words).find()) {
      failure(slice, words);
    }
  }

  /// An event of CloudTrail that failed says so by its error code; another program's by its words.
  private void json(Slice slice) {
    records++;
    var words = words(slice);
    if (!(JsonReader.read(words) instanceof JsonReading.Read(var value))
        || !(value instanceof Json.Obj event)) {
      return;
    }
    var failed =
        event.get("eventName").isPresent()
            ? event.get("errorCode").isPresent()
            : FAILURE.matcher(words).find();
    if (failed) {
      failure(new Slice(slice.start(), slice.end(), time(event)), words);
    }
  }

  private static String time(Json.Obj event) {
    return TIMES.stream().flatMap(name -> event.text(name).stream()).findFirst().orElse("");
  }

  private String words(Slice slice) {
    return text.substring(slice.start(), Math.min(slice.end(), slice.start() + LONGEST_EVENT));
  }

  private void failure(Slice slice, String words) {
    failures++;
    var shape = PASSING.matcher(words).replaceAll("");
    var known = explained.get(shape);
    if (known == null && explained.size() < MOST_EXPLAINED) {
      known = explainer.explain(words, context).diagnoses().stream().findFirst();
      explained.put(shape, known.map(diagnosis -> moved(diagnosis, slice.start())));
      known = explained.get(shape);
    }
    if (known != null && known.isPresent()) {
      groups.merge(
          subject(known.get()),
          new FailureGroup(known.get(), 1, slice.time(), slice.time()),
          LogReader::together);
    }
  }

  private static FailureGroup together(FailureGroup one, FailureGroup other) {
    return new FailureGroup(
        one.diagnosis(),
        one.count() + other.count(),
        one.first().compareTo(other.first()) <= 0 ? one.first() : other.first(),
        one.last().compareTo(other.last()) >= 0 ? one.last() : other.last());
  }

  private static List<String> subject(Diagnosis diagnosis) {
    var subject = new ArrayList<String>(List.of(diagnosis.cause().slug()));
    SUBJECT.forEach(name -> subject.add(diagnosis.values().getOrDefault(name, "")));
    return subject;
  }

  /// The same with places in the whole text.
  private static Diagnosis moved(Diagnosis diagnosis, int by) {
    return new Diagnosis(
        diagnosis.cause(),
        diagnosis.confidence(),
        diagnosis.because().stream()
            .map(span -> new Span(span.text(), span.start() + by, span.end() + by))
            .toList(),
        diagnosis.values());
  }
}
