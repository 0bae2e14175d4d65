package io.outcrop.iam.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/// What a pattern that ends in `*` covers of the names that exist, without one of them.
///
/// The language cannot say "all that begins so, except this". But what begins with `anthropic.` is
/// this name, or a name that leaves it at some letter: for each known name, the shortest beginning
/// that the excepted one does not share becomes a pattern, `anthropic.claude-h*`. Few short
/// patterns so stand for many names; a new name that leaves the excepted one where no known one
/// does slips through.
final class KnownRest {
  private KnownRest() {}

  /// The patterns; none if nothing is known or `pattern` is of another shape.
  static List<String> of(String pattern, String excepted, Function<String, List<String>> known) {
    var from = nameStart(pattern);
    var begin = pattern.substring(from);
    if (begin.indexOf('*') != begin.length() - 1 || begin.contains("?") || begin.contains("${")) {
      return List.of();
    }
    var spared = name(excepted);
    var result = new LinkedHashSet<String>();
    for (var other : new TreeSet<>(known.apply(pattern))) {
      var name = name(other);
      if (!name.equalsIgnoreCase(spared)) {
        result.add(pattern.substring(0, from) + beginning(name, begin.length() - 1, spared));
      }
    }
    return List.copyOf(result);
  }

  private static String beginning(String name, int from, String spared) {
    for (var end = from + 1; end <= name.length(); end++) {
      var candidate = name.substring(0, end);
      if (!spared.toLowerCase(Locale.ROOT).startsWith(candidate.toLowerCase(Locale.ROOT))) {
        return candidate + "*";
      }
    }
    return name;
  }

  private static String name(String text) {
    return text.substring(nameStart(text));
  }

  /// Where an ARN's last part or an action's name begins.
  private static int nameStart(String text) {
    var colons = text.startsWith("arn:") ? 5 : 1;
    var at = 0;
    for (var i = 0; i < colons && text.indexOf(':', at) >= 0; i++) {
      at = text.indexOf(':', at) + 1;
    }
    return at;
  }
}
