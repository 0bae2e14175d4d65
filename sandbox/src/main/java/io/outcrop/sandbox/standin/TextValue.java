package io.outcrop.sandbox.standin;

import io.outcrop.json.Json;
import java.util.Map;

/// Makes a string of the format, pattern and length that a schema sets.
record TextValue(Json.Obj schema) {
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date", "2026-11-28"),
          Map.entry("date-time", "2026-11-28T12:00:00Z"),
          Map.entry("time", "12:00:00Z"),
          Map.entry("duration", "PT1H"),
          Map.entry("email", "stand.in@example.com"),
          Map.entry("idn-email", "stand.in@example.com"),
          Map.entry("hostname", "stand-in.example.com"),
          Map.entry("ipv4", "192.0.2.1"),
          Map.entry("ipv6", "2001:db8::1"),
          Map.entry("uri", "https://example.com/stand-in"),
          Map.entry("uri-reference", "/stand-in"),
          Map.entry("iri", "https://example.com/stand-in"),
          Map.entry("uuid", "00000000-0000-4000-8000-000000000000"),
          Map.entry("json-pointer", "/stand-in"),
          Map.entry("regex", "^stand-in$"),
          Map.entry("byte", "c3RhbmQtaW4="),
          Map.entry("binary", "c3RhbmQtaW4="));

  /// @param path where the string stands: its last name says what it is for
  String make(String path, long random) {
    var pattern = schema.text("pattern");
    if (pattern.isPresent()) {
      var fitting = PatternText.of(pattern.get(), random);
      if (fitting.isPresent()) {
        return fitting.get();
      }
    }
    var format = FORMATS.get(schema.text("format").orElse(""));
    if (format != null) {
      return format;
    }
    var name = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
    return sized(name.isEmpty() ? "stand-in" : "stand-in " + name.replace('_', ' '), path);
  }

  private String sized(String text, String path) {
    var least = NumberValue.whole(schema, "minLength", 0);
    var most = NumberValue.whole(schema, "maxLength", Integer.MAX_VALUE);
    var index =
        path.endsWith("]") ? path.substring(path.lastIndexOf('[') + 1, path.length() - 1) : "";
    var sized = index.isEmpty() || index.equals("0") ? text : text + " " + index;
    while (sized.length() < least) {
      sized += " stand-in";
    }
    if (sized.length() <= most) {
      return sized;
    }
    return index.isEmpty() || index.length() > most
        ? sized.substring(0, most)
        : sized.substring(0, most - index.length()) + index;
  }
}
