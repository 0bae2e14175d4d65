package io.outcrop.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what is known into a command; what is not known stays as `<name>`.
final class CommandFilling {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.:/@+=,*-]+");

  private CommandFilling() {}

  /// A value that a shell could read as more than a word stays out.
  static String fill(String command, Map<String, String> values) {
    return PLACE
        .matcher(command)
        .replaceAll(match -> {
          var value = values.getOrDefault(match.group(1), "");
          var known = SAFE.matcher(value).matches();
          return Matcher.quoteReplacement(known ? value : "<" + match.group(1) + ">");
        });
  }
}
