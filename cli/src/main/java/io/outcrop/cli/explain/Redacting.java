package io.outcrop.cli.explain;

import io.outcrop.causes.Diagnosis;
import io.outcrop.causes.Explanation;
import io.outcrop.causes.redact.Redaction;
import io.outcrop.causes.signal.Signal;
import io.outcrop.causes.signal.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes secrets out of what an explanation cites. Offsets still count in the text as it was given.
final class Redacting {
  private Redacting() {}

  static Explanation of(Explanation explanation) {
    return new Explanation(
        explanation.diagnoses().stream().map(Redacting::diagnosis).toList(),
        explanation.signals().stream().map(Redacting::signal).toList());
  }

  private static Diagnosis diagnosis(Diagnosis diagnosis) {
    return new Diagnosis(
        diagnosis.cause(),
        diagnosis.confidence(),
        diagnosis.because().stream().map(Redacting::span).toList(),
        values(diagnosis.values()));
  }

  private static Map<String, String> values(Map<String, String> values) {
    var result = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> result.put(name, text(value)));
    return result;
  }

  private static Signal signal(Signal signal) {
    return new Signal(signal.kind(), text(signal.value()), span(signal.span()));
  }

  private static Span span(Span span) {
    return new Span(text(span.text()), span.start(), span.end());
  }

  private static String text(String text) {
    return Redaction.of(text).text();
  }
}
