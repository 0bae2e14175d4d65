package io.outcrop.access.composed;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of policy statements, of their conditions, and of the policies that hold them.
final class Statement {
  static final String ALL_ALLOWED = allow("*");
  static final String INVOKE = "bedrock:InvokeModel*";
  static final String STREAM = "bedrock:InvokeModelWithResponseStream";

  private Statement() {}

  static String allow(String... actions) {
    return text("Allow", "Action", actions, "*");
  }

  static String allowAllBut(String... actions) {
    return text("Allow", "NotAction", actions, "*");
  }

  static String deny(String... actions) {
    return denyOn("*", actions);
  }

  static String denyOn(String resource, String... actions) {
    return text("Deny", "Action", actions, resource);
  }

  static String denyAllBut(String... actions) {
    return text("Deny", "NotAction", actions, "*");
  }

  private static String text(String effect, String which, String[] actions, String resource) {
    return "{\"Effect\": \"%s\", \"%s\": %s, \"Resource\": \"%s\"}"
        .formatted(effect, which, strings(actions), resource);
  }

  /// `statement` of a policy that has to name principals.
  static String ofAnyone(String statement) {
    return statement.replaceFirst(", ", ", \"Principal\": \"*\", ");
  }

  /// `statement` under a condition that has none yet.
  static String when(String condition, String statement) {
    return statement.substring(0, statement.length() - 1) + ", \"Condition\": " + condition + "}";
  }

  static String condition(String operator, String key, String... values) {
    return "{\"%s\": {\"%s\": %s}}".formatted(operator, key, strings(values));
  }

  /// The policy that holds `statements`.
  static String document(String statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
  }

  private static String strings(String[] values) {
    return values.length == 1
        ? '"' + values[0] + '"'
        : Stream.of(values)
            .map(value -> '"' + value + '"')
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
