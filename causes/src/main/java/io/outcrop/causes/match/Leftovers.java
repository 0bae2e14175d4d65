package io.outcrop.causes.match;

import io.outcrop.causes.signal.Signal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Adds what kind of failure a text leaves over that threw AWS's words away, as `left`:
/// `forbidden`, `unauthenticated`, `not-found`, `throttled`, `server`, `bad-request`, `timeout`,
/// `network`, or `nothing` where a wrapper says only that something failed. It is told by statuses,
/// by the names of exceptions and by gists of the names `left-…`, where Bedrock is spoken of, or
/// AWS together with a model.
final class Leftovers {
  /// What this adds.
  static final List<String> KINDS = List.of("left");

  private static final List<Left> BY_EXCEPTION =
      List.of(
          new Left("forbidden", "accessdenied|permission|forbidden|authentication|unauthori"),
          new Left("not-found", "notfound"),
          new Left("throttled", "throttl|ratelimit|rate_limit|toomanyrequests"),
          new Left("server", "unavailable|internalserver|internalfailure|overloaded|api_error"),
          new Left("bad-request", "^validationexception|badrequest|invalid_request"),
          new Left("timeout", "timeout|timedout"),
          new Left("network", "apiconnection|connecterror|endpointconnection"));

  private static final List<Left> BY_STATUS =
      List.of(
          new Left("forbidden", "401|403"),
          new Left("not-found", "404"),
          new Left("throttled", "429"),
          new Left("server", "500|502|503|504|529"),
          new Left("bad-request", "400|422"),
          new Left("timeout", "408"));

  private Leftovers() {}

  private record Left(String name, Pattern pattern) {
    Left(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }

  static void addTo(Scope scope) {
    var speaksOfIt =
        scope.find("about", List.of("bedrock")).isPresent()
            || (scope.find("about", List.of("aws")).isPresent()
                && scope.find("gist", List.of("model-spoken-of")).isPresent());
    if (!speaksOfIt) {
      return;
    }
    scope.all("exception").forEach(exception -> add(scope, BY_EXCEPTION, exception));
    scope.all("status").forEach(status -> add(scope, BY_STATUS, status));
    scope.all("loose-status").forEach(status -> add(scope, BY_STATUS, status));
    var isNamed = !scope.all("left").isEmpty();
    for (var gist : scope.all("gist")) {
      if (gist.value().startsWith("left-")) {
        scope.add("left", gist.value().substring("left-".length()), gist.span());
      }
    }
    if (scope.find("sentence", List.of("network-flattened")).isPresent()) {
      scope
          .find("sentence", List.of("network-flattened"))
          .ifPresent(sentence -> scope.add("left", "network", sentence.span()));
    }
    if (!isNamed) {
      scope
          .find("sentence", List.of("wrapper-words", "wrapper-hint"))
          .ifPresent(sentence -> scope.add("left", "nothing", sentence.span()));
    }
  }

  private static void add(Scope scope, List<Left> table, Signal signal) {
    var value = signal.value().toLowerCase(Locale.ROOT);
    for (var left : table) {
      if (left.pattern().matcher(value).find()) {
        scope.add("left", left.name(), signal.span());
      }
    }
  }
}
