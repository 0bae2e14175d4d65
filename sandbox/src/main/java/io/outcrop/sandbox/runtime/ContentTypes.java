package io.outcrop.sandbox.runtime;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.Locale;
import java.util.Optional;

/// What a body of InvokeModel may be called. Source: Amazon Bedrock API Reference, "InvokeModel":
/// `application/json`, which is also meant where nothing is said.
final class ContentTypes {
  private static final String JSON = "application/json";

  private ContentTypes() {}

  static Optional<Reply.Fault> refusal(Visit visit) {
    var given = visit.text("contentType").orElse(JSON);
    if (!isJson(given)) {
      return Optional.of(Faults.invalid(Refusal.of(Sentence.CONTENT_TYPE).text()));
    }
    var wanted = visit.text("accept").orElse(JSON);
    return isJson(wanted) || wanted.contains("*/*") || wanted.contains("application/*")
        ? Optional.empty()
        : Optional.of(Faults.invalid(Refusal.of(Sentence.ACCEPT, wanted).text()));
  }

  private static boolean isJson(String type) {
    return type.strip().toLowerCase(Locale.ROOT).contains(JSON);
  }
}
