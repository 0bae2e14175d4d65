package io.outcrop.iam.plain;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `Action`, `NotAction`, `Resource` and `NotResource`. Source: IAM User Guide,
/// reference_policies_elements_action, _notaction, _resource, _notresource.
final class Elements {
  private final RequestContext context;
  private final String[] action;
  private final String[] resource;

  Elements(AuthorizationRequest request) {
    this.context = request.context();
    this.action = request.action().toLowerCase(Locale.ROOT).split(":", 2);
    this.resource = request.resource().split(":", 6);
  }

  boolean match(PlainStatement statement) {
    return actions(statement) && resources(statement);
  }

  private boolean actions(PlainStatement statement) {
    return statement.has("Action")
        ? statement.texts("Action").stream().anyMatch(this::action)
        : statement.texts("NotAction").stream().noneMatch(this::action);
  }

  /// Prefix and name are compared without regard to case; wildcards stand in the name alone, or for
  /// everything.
  private boolean action(String pattern) {
    if (pattern.equals("*") || pattern.equals("*:*")) {
      return true;
    }
    var named = pattern.toLowerCase(Locale.ROOT).split(":", 2);
    return named.length == 2
        && named[0].equals(action[0])
        && Wild.matches(Wild.written(named[1]), action[1]);
  }

  /// Policies of some services stand for their one resource and name none.
  private boolean resources(PlainStatement statement) {
    if (statement.has("Resource")) {
      return statement.texts("Resource").stream().anyMatch(each -> resource(each, statement));
    }
    return statement.texts("NotResource").stream().noneMatch(each -> resource(each, statement));
  }

  /// Each of the six parts is compared for itself; variables stand behind the fifth colon alone,
  /// and no wildcard in the part that names the service.
  private boolean resource(String pattern, PlainStatement statement) {
    if (pattern.equals("*")) {
      return true;
    }
    var parts = parts(pattern, statement);
    if (parts.isEmpty() || resource.length < 6) {
      return false;
    }
    for (var i = 0; i < 5; i++) {
      if (!Wild.matches(Wild.written(parts.get(i)), resource[i])) {
        return false;
      }
    }
    var last =
        statement.variables()
            ? Wild.filled(parts.get(5), context)
            : Optional.of(Wild.written(parts.get(5)));
    return last.isPresent() && Wild.matches(last.get(), resource[5]);
  }

  /// The six parts; none if the pattern is no ARN. An ARN that is too short is filled up with
  /// wildcards or not, as its kind of policy will have it.
  private static List<String> parts(String pattern, PlainStatement statement) {
    var parts = new ArrayList<>(List.of(pattern.split(":", 6)));
    if (!parts.getFirst().equals("arn")
        || (parts.size() > 2 && (parts.get(2).contains("*") || parts.get(2).contains("?")))) {
      return List.of();
    }
    var fills =
        switch (statement.kind()) {
          case IDENTITY, BOUNDARY, SESSION -> true;
          case RESOURCE, TRUST, ENDPOINT -> pattern.contains("*") || pattern.contains("?");
          case SCP -> pattern.endsWith("*");
          case RCP -> false;
        };
    if (parts.size() < 6 && !fills) {
      return List.of();
    }
    while (parts.size() < 6) {
      parts.add("*");
    }
    return parts;
  }
}
