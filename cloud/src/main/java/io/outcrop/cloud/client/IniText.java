package io.outcrop.cloud.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The sections of an AWS configuration file, as the SDKs read them. Source: AWS SDKs and Tools
/// Reference Guide, "Shared config and credentials files", "Format of the config file", read
/// 2026-11: a comment begins a line or follows white space, an indented line belongs to the
/// property above it, a section that stands twice is one section.
record IniText(List<Section> sections) {

  /// One section.
  ///
  /// @param heading what stands in the brackets, white space single: `default`, `profile dev`
  /// @param line the line of its first heading, from 1
  /// @param properties by lower-case name, in order
  record Section(String heading, int line, Map<String, String> properties) {}

  static IniText of(String text) {
    var sections = new LinkedHashMap<String, Section>();
    Optional<Section> current = Optional.empty();
    var lines = text.lines().toList();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[")) {
        current = heading(line, i + 1, sections);
      } else if (!isBlank(line.charAt(0))) {
        current.ifPresent(section -> property(line, section));
      }
    }
    return new IniText(new ArrayList<>(sections.values()));
  }

  Optional<Section> section(String heading) {
    return sections.stream().filter(each -> each.heading().equals(heading)).findFirst();
  }

  private static Optional<Section> heading(String line, int number, Map<String, Section> sections) {
    var close = line.indexOf(']');
    if (close < 0) {
      return Optional.empty();
    }
    var heading = line.substring(1, close).strip().replaceAll("[ \\t]+", " ");
    return Optional.of(
        sections.computeIfAbsent(
            heading, each -> new Section(each, number, new LinkedHashMap<>())));
  }

  private static void property(String line, Section section) {
    var equals = line.indexOf('=');
    if (equals > 0) {
      section
          .properties()
          .put(
              line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
              withoutComment(line.substring(equals + 1)));
    }
  }

  private static String withoutComment(String value) {
    for (var i = 1; i < value.length(); i++) {
      var c = value.charAt(i);
      if ((c == '#' || c == ';') && isBlank(value.charAt(i - 1))) {
        return value.substring(0, i).strip();
      }
    }
    return value.strip();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
