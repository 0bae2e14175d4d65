package io.outcrop.iam.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that a pattern of a policy matches. Deterministic.
public final class Samples {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final List<List<String>> ARN_PARTS =
      List.of(
          List.of("arn", "aws", "s3", "us-east-1", "111122223333"),
          List.of("arn", "aws", "s3", "eu-west-1", "444455556666"));
  private static final List<String> FILLINGS = List.of("example", "", "x");
  private static final List<String> ACTION_FILLINGS = List.of("SomeAction", "", "Other");

  private Samples() {}

  /// Actions for a pattern of them, made up where it has a `*`.
  public static List<String> actions(String pattern) {
    return filled(pattern, ACTION_FILLINGS);
  }

  /// Texts for a pattern that is no ARN: with one word, nothing and one letter for each `*`.
  ///
  /// @param variables what a policy variable stands for
  public static List<String> texts(String pattern, Function<String, Optional<String>> variables) {
    return filled(substituted(pattern, variables), FILLINGS);
  }

  private static List<String> filled(String plain, List<String> fillings) {
    var result = new LinkedHashSet<String>();
    for (var filling : fillings) {
      result.add(plain.replace("*", filling).replace('?', 'x'));
      if (!plain.contains("*")) {
        break;
      }
    }
    return List.copyOf(result);
  }

  /// ARNs for a pattern of a `Resource` element or an ARN condition; wildcards before the last part
  /// become regions and accounts that exist.
  public static List<String> arns(String pattern, Function<String, Optional<String>> variables) {
    var given = pattern.split(":", 6);
    var result = new ArrayList<String>();
    for (var parts : ARN_PARTS) {
      var head = new StringBuilder();
      for (var i = 0; i < 5; i++) {
        var part = i < given.length ? given[i] : "*";
        head.append(part.matches("[*?]+") ? parts.get(i) : part.replace("*", "").replace('?', 'x'));
        head.append(':');
      }
      for (var last : texts(given.length == 6 ? given[5] : "*", variables)) {
        result.add(head + (last.isEmpty() ? "x" : last));
      }
    }
    return result.stream().distinct().toList();
  }

  /// What the variables of `pattern` would have to be for it to match `text`: key to value; nothing
  /// if no values do.
  public static Map<String, String> bindings(String pattern, String text) {
    var keys = List.copyOf(variables(pattern));
    var regex = new StringBuilder();
    var matcher = VARIABLE.matcher(pattern);
    var from = 0;
    while (matcher.find()) {
      var key = matcher.group(1).split(",", 2)[0].strip();
      regex.append(regex(pattern.substring(from, matcher.start())));
      regex.append(key.length() > 1 ? "(.*?)" : Pattern.quote(key));
      from = matcher.end();
    }
    var found =
        Pattern.compile(regex.append(regex(pattern.substring(from))).toString()).matcher(text);
    var result = new LinkedHashMap<String, String>();
    if (found.matches()) {
      for (var i = 0; i < Math.min(keys.size(), found.groupCount()); i++) {
        result.put(keys.get(i), found.group(i + 1));
      }
    }
    return result;
  }

  private static String regex(String glob) {
    return Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
  }

  /// The keys of the policy variables in `text`.
  static Set<String> variables(String text) {
    var keys = new LinkedHashSet<String>();
    var matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      var key = matcher.group(1).split(",", 2)[0].strip();
      if (key.length() > 1) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static String substituted(String pattern, Function<String, Optional<String>> variables) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(match -> {
          var key = match.group(1).split(",", 2)[0].strip();
          return Matcher.quoteReplacement(
              key.length() > 1 ? variables.apply(key).orElse("x") : key);
        });
  }
}
