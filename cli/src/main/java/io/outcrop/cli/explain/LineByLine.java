package io.outcrop.cli.explain;

import io.outcrop.causes.Explainer;
import io.outcrop.causes.ExplanationContext;
import io.outcrop.causes.log.LogSummary;
import io.outcrop.cli.place.Failures;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.ExitCode;
import io.outcrop.cli.session.Session;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.report.ExplanationJson;
import io.outcrop.report.style.Masking;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads `{"id","message"}` a line and writes `{"id","causes":[…]}` a line, in order, holding one
/// line at a time.
final class LineByLine {
  private static final int LONGEST_BYTES = 16 * 1024 * 1024;

  private final Explainer explainer;
  private final ExplanationContext context;
  private final boolean mask;
  private final Session session;

  LineByLine(Explainer explainer, ExplanationContext context, boolean mask, Session session) {
    this.explainer = explainer;
    this.context = context;
    this.mask = mask;
    this.session = session;
  }

  int run(String name) {
    try (var in = new BufferedInputStream(BoundedText.open(name, session), 64 * 1024)) {
      var number = 1;
      for (var line = next(in, number); line.isPresent(); line = next(in, ++number)) {
        if (!line.get().isBlank()) {
          session.terminal().print(answer(line.get(), number) + "\n");
        }
      }
      return ExitCode.FINE;
    } catch (IOException unreadable) {
      throw Complaint.usage(
          "`" + name + "` cannot be read: " + Failures.reason(unreadable), "name a readable file");
    }
  }

  private String answer(String line, int number) {
    var value =
        switch (JsonReader.read(line)) {
          case JsonReading.Read(var read) -> read;
          case JsonReading.Malformed(var message, var position) ->
              throw bad(number, "column " + position.column() + ": " + message);
        };
    if (!(value instanceof Json.Obj object)) {
      throw bad(number, "found " + value.kind() + ", expected an object");
    }
    var id = object.get("id").orElseThrow(() -> bad(number, "member `id` is missing"));
    if (!(id instanceof Json.Str) && !(id instanceof Json.Num)) {
      throw bad(number, "`id` is " + id.kind() + ", expected a string or a number");
    }
    var message =
        object
            .get("message")
            .orElseThrow(() -> bad(number, "member `message` is missing"))
            .asText()
            .orElseThrow(() -> bad(number, "`message` is no string"));
    var pasted = Redacting.of(message, explainer.explain(message, context), LogSummary.NONE);
    return JsonWriter.compact(Masking.of(ExplanationJson.line(id, pasted), mask));
  }

  private static Optional<String> next(InputStream in, int number) throws IOException {
    var line = new ByteArrayOutputStream(512);
    var letter = in.read();
    if (letter < 0) {
      return Optional.empty();
    }
    for (; letter >= 0 && letter != '\n'; letter = in.read()) {
      if (line.size() >= LONGEST_BYTES) {
        throw bad(number, "it is longer than 16 MB");
      }
      line.write(letter);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  private static Complaint bad(int number, String why) {
    return Complaint.usage(
        "line " + number + " cannot be read: " + why,
        "a line reads {\"id\":\"1\",\"message\":\"…\"}");
  }
}
