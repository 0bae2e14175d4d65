package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.Pattern;

/// Times as the events of IAM and AWS STS say them: `Jul 18, 2026 3:42:45 PM`. Source: AWS
/// CloudTrail User Guide, "CloudTrail log file examples"; IAM User Guide, "Logging IAM and AWS STS
/// API calls with AWS CloudTrail"; read 2026-11.
final class EventTimes {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

  private EventTimes() {}

  /// `value` with its times so.
  static Json said(Json value) {
    return switch (value) {
      case Json.Str(var text, _) -> TIME.matcher(text).matches() ? Json.of(said(text)) : value;
      case Json.Arr(var elements, _) ->
          Json.array(elements.stream().map(EventTimes::said).toList());
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, member) -> members.put(name, said(member.value())));
        yield Json.object(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String said(String text) {
    try {
      return FORM.format(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return text;
    }
  }
}
