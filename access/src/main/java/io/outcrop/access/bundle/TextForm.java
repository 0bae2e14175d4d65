package io.outcrop.access.bundle;

import io.outcrop.causes.redact.Redaction;
import io.outcrop.json.Json;
import java.util.Optional;
import java.util.function.Function;

/// A text, or what can be written as one. What looks like a secret is taken out of every text, and
/// key ids keep their first and last four letters.
final class TextForm implements Form {
  /// A text that means nothing but itself.
  static final TextForm PLAIN = new TextForm("a string", Optional.of(""), text -> text);

  private final String what;
  private final Optional<Object> missing;
  private final Function<String, Object> parse;

  /// @param what it is, with its article
  /// @param parse throws what it likes of unchecked exceptions if a text is none
  TextForm(String what, Function<String, Object> parse) {
    this(what, Optional.empty(), parse);
  }

  private TextForm(String what, Optional<Object> missing, Function<String, Object> parse) {
    this.what = what;
    this.missing = missing;
    this.parse = parse;
  }

  @Override
  public Json write(Object value) {
    return Json.of(safe(value.toString()));
  }

  /// `text` as it may leave the program.
  static String safe(String text) {
    return text.length() < 8 ? text : Redaction.of(text).text();
  }

  @Override
  public Optional<Object> read(Json json, Spot spot) {
    if (json.asText().isEmpty()) {
      return spot.notA(json, "a string");
    }
    try {
      return Optional.of(parse.apply(json.asText().get()));
    } catch (IllegalArgumentException | java.time.DateTimeException _) {
      return spot.wrong(json, "`" + json.asText().get() + "` is not " + what);
    }
  }

  @Override
  public Optional<Object> missing() {
    return missing;
  }
}
