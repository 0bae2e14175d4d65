package io.outcrop.cloud.client;

import io.outcrop.cloud.client.UserClient.Habit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sections of an AWS configuration file, as the SDKs read them, and what is odd in it. Source:
/// AWS SDKs and Tools Reference Guide, "Shared config and credentials files", "Format of the config
/// file", read 2026-11: a comment begins a line or follows white space, an indented line belongs to
/// the property above it, a section that stands twice is one section.
record IniText(List<Section> sections, List<Flaw> flaws) {

  /// One section.
  ///
  /// @param heading what stands in the brackets, white space single: `default`, `profile dev`
  /// @param line the line of its first heading, from 1
  /// @param properties by lower-case name, in order; one in the indented lines of another is named
  ///   `other.name`
  record Section(String heading, int line, Map<String, Property> properties) {}

  /// One property.
  ///
  /// @param value as it counts
  /// @param line where it stands
  record Property(String value, int line) {}

  /// Something odd.
  record Flaw(FileFlaw.Kind kind, int line, String what) {}

  /// Reads `text`.
  ///
  /// @param userClient by whose habits; if nobody said which, a comment behind a value is none of
  ///   it
  static IniText of(String text, UserClient userClient) {
    return new Reading(userClient).read(text);
  }

  Optional<Section> section(String heading) {
    return sections.stream().filter(each -> each.heading().equals(heading)).findFirst();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// One way through a text.
  private static final class Reading {
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private @Nullable Section current;
    private String above = "";
    private final boolean cutsComments;
    private final boolean readsIndented;

    Reading(UserClient userClient) {
      this.cutsComments = !userClient.isSaid() || userClient.has(Habit.CUTS_COMMENTS);
      this.readsIndented = userClient.has(Habit.READS_INDENTED);
    }

    IniText read(String text) {
      var start = text.startsWith("\uFEFF") ? 1 : 0;
      if (start == 1) {
        flaw(FileFlaw.Kind.BYTE_ORDER_MARK, 1, "");
      }
      var lines = text.substring(start).lines().toList();
      for (var i = 0; i < lines.size(); i++) {
        line(lines.get(i), i + 1);
      }
      return new IniText(List.copyOf(sections.values()), List.copyOf(flaws));
    }

    private void line(String line, int number) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
        return;
      }
      if (line.startsWith("[")) {
        heading(line, number);
      } else if (isBlank(line.charAt(0))) {
        indented(line.strip(), number);
      } else {
        property(line, number);
      }
    }

    private void heading(String line, int number) {
      above = "";
      var close = line.indexOf(']');
      if (close < 0) {
        flaw(FileFlaw.Kind.HEADING_OPEN, number, "");
        current = null;
        return;
      }
      var heading = line.substring(1, close).strip().replaceAll("[ \\t]+", " ");
      if (sections.containsKey(heading)) {
        flaw(FileFlaw.Kind.SECTION_TWICE, number, heading);
      }
      current =
          sections.computeIfAbsent(
              heading, each -> new Section(each, number, new LinkedHashMap<>()));
    }

    /// Only nested settings may be indented; what stands below a value is lost to the SDKs.
    private void indented(String line, int number) {
      var equals = line.indexOf('=');
      var section = current;
      if (section == null || line.startsWith("#") || line.startsWith(";")) {
        return;
      }
      var parent = section.properties().get(above);
      if (parent != null && parent.value().isEmpty() && equals > 0) {
        put(above + "." + name(line, equals), line.substring(equals + 1), number);
      } else if (readsIndented) {
        property(line, number);
      } else {
        flaw(FileFlaw.Kind.INDENTED, number, equals > 0 ? known(name(line, equals)) : "");
      }
    }

    private void property(String line, int number) {
      var equals = line.indexOf('=');
      if (equals <= 0) {
        flaw(FileFlaw.Kind.NO_PROPERTY, number, "");
        return;
      }
      above = name(line, equals);
      var section = current;
      if (section == null) {
        flaw(FileFlaw.Kind.OUTSIDE, number, known(above));
        return;
      }
      if (section.properties().containsKey(above)) {
        flaw(FileFlaw.Kind.PROPERTY_TWICE, number, known(above));
      }
      put(above, line.substring(equals + 1), number);
    }

    private void put(String name, String raw, int number) {
      var value = withoutComment(raw);
      if (value.length() < raw.strip().length()) {
        flaw(FileFlaw.Kind.COMMENT_BEHIND_VALUE, number, known(name));
      }
      var section = current;
      if (section != null) {
        section.properties().put(name, new Property(cutsComments ? value : raw.strip(), number));
      }
    }

    private void flaw(FileFlaw.Kind kind, int line, String what) {
      flaws.add(new Flaw(kind, line, what));
    }

    private static String name(String line, int equals) {
      return line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    }

    /// A line without a name may be the rest of a secret, so only names of settings are repeated.
    private static String known(String name) {
      var isOne = name.matches("[a-z][a-z0-9_.]{2,40}") && name.contains("_");
      return isOne || name.equals("region") ? name : "";
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
  }
}
