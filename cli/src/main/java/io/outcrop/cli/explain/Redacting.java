package io.outcrop.cli.explain;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.log.FailureGroup;
import io.outcrop.causes.log.LogSummary;
import io.outcrop.causes.redact.Redaction;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import io.outcrop.report.Pasted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes secrets out of everything that an explanation cites. Offsets still count in the text as it
/// was given.
final class Redacting {
  private final Redaction redaction;

  private Redacting(Redaction redaction) {
    this.redaction = redaction;
  }

  /// What may be printed. Where a text is nothing but events, what they tell is what it tells.
  static Pasted of(String text, Explanation explanation, LogSummary log) {
    var redaction = Redaction.of(text);
    var redacting = new Redacting(redaction);
    var groups = log.groups().stream().map(redacting::group).toList();
    var told =
        log.eventsOnly() && !groups.isEmpty()
            ? new Explanation(ofEvents(groups), List.of())
            : redacting.explanation(explanation);
    return new Pasted(
        told,
        redaction.found(),
        redaction.keyIds(),
        new LogSummary(log.records(), log.failures(), groups, log.eventsOnly()));
  }

  /// The causes of the groups, the most frequent first, each once.
  private static List<Diagnosis> ofEvents(List<FailureGroup> groups) {
    var bySlug = new LinkedHashMap<String, Diagnosis>();
    groups.forEach(
        group -> bySlug.putIfAbsent(group.diagnosis().cause().slug(), group.diagnosis()));
    return List.copyOf(bySlug.values());
  }

  private Explanation explanation(Explanation explanation) {
    return new Explanation(
        explanation.diagnoses().stream().map(this::diagnosis).toList(),
        explanation.signals().stream().map(this::signal).toList());
  }

  private FailureGroup group(FailureGroup group) {
    return new FailureGroup(
        diagnosis(group.diagnosis()), group.count(), group.first(), group.last());
  }

  private Diagnosis diagnosis(Diagnosis diagnosis) {
    return new Diagnosis(
        diagnosis.cause(),
        diagnosis.confidence(),
        diagnosis.because().stream().map(this::span).toList(),
        values(diagnosis.values()));
  }

  private static Map<String, String> values(Map<String, String> values) {
    var result = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> result.put(name, text(value)));
    return result;
  }

  private Signal signal(Signal signal) {
    var hidden =
        redaction.secrets().stream()
            .anyMatch(secret ->
                secret.start() < signal.span().end() && signal.span().start() < secret.end());
    return new Signal(
        signal.kind(), hidden ? "(secret)" : text(signal.value()), span(signal.span()));
  }

  private Span span(Span span) {
    return new Span(redaction.part(span.text(), span.start()), span.start(), span.end());
  }

  private static String text(String text) {
    return Redaction.of(text).text();
  }
}
