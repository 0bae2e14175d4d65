package io.outcrop.causes.text;

import java.util.List;
import java.util.regex.Pattern;

/// Recognises, by its shape, what logs put before every line: a message that they cut into lines is
/// read on behind it.
final class LinePrefixes {
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[0-9:.,Z+-]{0,24}";
  private static final int LONGEST = 240;

  /// The most telling first.
  private static final List<Pattern> SHAPES =
      List.of(
          // the end of a line of a container's JSON log, and the beginning of the next
          Pattern.compile(
              "\",\\s?\"stream\":\\s?\"std(?:err|out)\"(?:,\"attrs\":\\{[^}\n]{0,80}\\})?"
                  + ",\\s?\"time\":\\s?\"[^\"\n]{10,40}\"\\}\\s?(?:\\{\"log\":\\s?\")?"),
          Pattern.compile("\\{\"log\":\\s?\""),
          // a container runtime's own format
          Pattern.compile(DATE + "\\sstd(?:err|out)\\s[FP]\\s"),
          // time, then words without blanks inside, then a dash: what most log libraries write
          Pattern.compile(
              "[\\[(]?"
                  + DATE
                  + "[\\])]?(?:\\s?-)?(?:\\s[\\[(]?[\\w.$:/-]{1,60}[\\])]?){0,5}?\\s-\\s"),
          Pattern.compile(
              "[\\[(]?" + DATE + "[\\])]?(?:\\s\\[?(?:TRACE|DEBUG|INFO|WARN|ERROR)\\]?:?)?"),
          // syslog, old and new
          Pattern.compile(
              "(?:<\\d{1,3}>\\d{0,2}\\s?)?[A-Z][a-z]{2}\\s{1,2}\\d{1,2}\\s\\d\\d:\\d\\d:\\d\\d\\s[\\w.-]{1,60}"
                  + "\\s[\\w./-]{1,40}(?:\\[\\d{1,8}\\])?:\\s?"),
          Pattern.compile(
              "<\\d{1,3}>1\\s" + DATE + "(?:\\s\\S{1,60}){4}\\s(?:-|\\[[^\\]\n]{0,60}\\])\\s"));

  private LinePrefixes() {}

  /// How long the prefix is that begins at `at`, the beginning of a line; 0 if there is none.
  static int length(String text, int at) {
    var first = text.charAt(at);
    if (!Character.isDigit(first) && !isMonth(first) && "[({<\"".indexOf(first) < 0) {
      return 0;
    }
    for (var shape : SHAPES) {
      var matcher = shape.matcher(text).region(at, Math.min(text.length(), at + LONGEST));
      if (matcher.lookingAt()) {
        return matcher.end() - at;
      }
    }
    return 0;
  }

  /// Whether the name of a month may begin with this letter.
  private static boolean isMonth(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
