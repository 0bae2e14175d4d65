package io.outcrop.iam.edit;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The caller, as policies that are not its own name it. A session is named by its role.
record Caller(Principal principal, String arn) {
  static Caller of(AuthorizationRequest request) {
    var given =
        request
            .context()
            .get("aws:PrincipalArn")
            .map(Value::texts)
            .filter(texts -> !texts.isEmpty())
            .map(List::getFirst);
    var arn =
        switch (request.principal()) {
          case Principal.RoleSession session -> given.orElse(session.roleArn().toString());
          case Principal.RootUser _,
              Principal.IamUser _,
              Principal.IamRole _,
              Principal.FederatedUser _,
              Principal.Service _,
              Principal.WebIdentity _,
              Principal.Anonymous _ ->
              request.principal().knownArn().map(Arn::toString).orElse("");
        };
    return new Caller(request.principal(), arn);
  }

  /// The `Principal` element that names the caller.
  Json element() {
    return switch (principal) {
      case Principal.Anonymous _ -> Json.of("*");
      case Principal.Service(var name) -> Json.object(Map.of("Service", Json.of(name)));
      case Principal.WebIdentity(var provider) ->
          Json.object(Map.of("Federated", Json.of(provider)));
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          Json.object(Map.of("AWS", Json.of(arn)));
    };
  }

  /// Whether [#element] names others, too: the root user's ARN stands for its account, and `*` for
  /// everyone.
  boolean isNamedWithOthers() {
    return principal instanceof Principal.RootUser || principal instanceof Principal.Anonymous;
  }

  /// Whether `name`, of a `Principal` element, is the caller and nobody else.
  boolean isNamedBy(String name) {
    return switch (principal) {
      case Principal.Service(var service) -> name.equals(service);
      case Principal.WebIdentity(var provider) -> name.equals(provider);
      case Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          name.equals(arn) || name.equals(principal.knownArn().map(Arn::toString).orElse(arn));
      case Principal.RootUser _, Principal.Anonymous _ -> false;
    };
  }

  /// The condition key that tells the caller from others, if there is one. Source: IAM User Guide,
  /// "AWS global condition context keys", `aws:PrincipalType`, read 2026-11.
  Optional<Pin> pin() {
    return switch (principal) {
      case Principal.Service(var name) -> Optional.of(text("aws:PrincipalServiceName", name));
      case Principal.Anonymous _ -> Optional.of(text("aws:PrincipalType", "Anonymous"));
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          Optional.of(new Pin("aws:PrincipalArn", false, List.of(arn), Comparison.ARN_EQUALS));
      case Principal.WebIdentity _ -> Optional.empty();
    };
  }

  private static Pin text(String key, String value) {
    return new Pin(key, false, List.of(value), Comparison.STRING_EQUALS);
  }

  @Override
  public String toString() {
    return switch (principal) {
      case Principal.Service(var name) -> name;
      case Principal.WebIdentity(var provider) -> provider;
      case Principal.Anonymous _ -> "anybody";
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.FederatedUser _ ->
          arn;
    };
  }
}
