package io.outcrop.sandbox.directory.token;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the calls that make sessions bring in common.
record SessionInput(Json.Obj input) {
  static SessionInput of(Call call) {
    return new SessionInput(call.input());
  }

  /// A text; empty if it is missing.
  String text(String name) {
    return input.text(name).orElse("");
  }

  /// How long the session shall last, if the call says.
  Optional<Duration> duration() {
    return input
        .get("DurationSeconds")
        .map(value ->
            value instanceof Json.Num(BigDecimal number, _)
                ? Duration.ofSeconds(number.longValue())
                : Duration.ZERO);
  }

  /// The keys of session tags as the call passes them, those that it passes twice too.
  List<String> tagKeys() {
    return input.list("Tags").stream()
        .flatMap(entry ->
            entry instanceof Json.Obj tag
                ? tag.text("Key").stream()
                : Optional.<String>empty().stream())
        .toList();
  }

  /// Session tags.
  Map<String, String> tags() {
    var tags = new LinkedHashMap<String, String>();
    for (var entry : input.list("Tags")) {
      if (entry instanceof Json.Obj tag) {
        tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse(""));
      }
    }
    return tags;
  }

  /// Keys of tags that further sessions shall inherit.
  List<String> transitive() {
    return input.list("TransitiveTagKeys").stream().flatMap(key -> key.asText().stream()).toList();
  }

  /// ARNs of managed session policies.
  List<String> policyArns() {
    return input.list("PolicyArns").stream()
        .flatMap(entry ->
            entry instanceof Json.Obj object
                ? object.text("arn").stream()
                : Optional.<String>empty().stream())
        .toList();
  }
}
