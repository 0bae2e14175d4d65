package io.outcrop.iam.plain;

import io.outcrop.iam.request.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A character of a pattern, or a wildcard: `*` and `?` as they are written are wildcards, those
/// that a variable or an escape brings are characters. Source: IAM User Guide,
/// reference_policies_variables.
record Wild(char c, boolean isWildcard) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  /// The pattern as it is written.
  static List<Wild> written(String pattern) {
    return pattern.chars().mapToObj(c -> new Wild((char) c, c == '*' || c == '?')).toList();
  }

  boolean isStar() {
    return isWildcard && c == '*';
  }

  /// The text without wildcards.
  static List<Wild> literal(String text) {
    return text.chars().mapToObj(c -> new Wild((char) c, false)).toList();
  }

  static String text(List<Wild> pattern) {
    var text = new StringBuilder();
    pattern.forEach(wild -> text.append(wild.c()));
    return text.toString();
  }

  /// The textbook table: cell (i, j) says whether the first i of the pattern match the first j of
  /// the text.
  static boolean matches(List<Wild> pattern, String text) {
    var table = new boolean[pattern.size() + 1][text.length() + 1];
    table[0][0] = true;
    for (var i = 1; i <= pattern.size(); i++) {
      var wild = pattern.get(i - 1);
      for (var j = 0; j <= text.length(); j++) {
        if (wild.isWildcard() && wild.c() == '*') {
          table[i][j] = table[i - 1][j] || (j > 0 && table[i][j - 1]);
        } else {
          var one = j > 0 && (wild.isWildcard() || wild.c() == text.charAt(j - 1));
          table[i][j] = one && table[i - 1][j - 1];
        }
      }
    }
    return table[pattern.size()][text.length()];
  }

  /// The pattern with its variables put in; empty if one of them has no value.
  static Optional<List<Wild>> filled(String pattern, RequestContext context) {
    var filled = new ArrayList<Wild>();
    var matcher = VARIABLE.matcher(pattern);
    var from = 0;
    while (matcher.find()) {
      filled.addAll(written(pattern.substring(from, matcher.start())));
      var value = value(matcher.group(1), context);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      filled.addAll(literal(value.get()));
      from = matcher.end();
    }
    filled.addAll(written(pattern.substring(from)));
    return Optional.of(filled);
  }

  /// The value of `key`, or of `key, 'default'`: only single-valued keys have one.
  private static Optional<String> value(String inner, RequestContext context) {
    if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
      return Optional.of(inner);
    }
    var parts = inner.split(", ", 2);
    var found = context.get(parts[0]);
    if (found.isPresent()) {
      return found.filter(value -> !value.multivalued()).map(value -> value.texts().getFirst());
    }
    return parts.length == 2
        ? Optional.of(parts[1].substring(1, parts[1].length() - 1))
        : Optional.empty();
  }
}
