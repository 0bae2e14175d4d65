package io.outcrop.cli.explain;

import io.outcrop.causes.ExplanationContext;
import io.outcrop.cli.session.Complaint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads `--context region=…,model=…,at=…`.
final class ContextOption {
  private ContextOption() {}

  static ExplanationContext read(String text) {
    var region = "";
    var model = "";
    @Nullable Instant at = null;
    for (var pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      var equals = pair.indexOf('=');
      var key = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      switch (key.strip()) {
        case "region" -> region = value.strip();
        case "model" -> model = value.strip();
        case "at" -> at = instant(value.strip());
        default ->
            throw Complaint.usage(
                "`--context` knows no `" + key.strip() + "`",
                "--context region=us-east-1,model=ID,at=2026-11-20");
      }
    }
    return new ExplanationContext(region, model, at);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
    } catch (DateTimeParseException _) {
      throw Complaint.usage(
          "`at` of `--context` is `" + text + "`, which is no instant", "at=2026-11-20T12:00:00Z");
    }
  }
}
