package io.outcrop.iam.match;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request, taken apart once for all the patterns it meets.
///
/// The keys that follow from the principal are derived from it where the request does not bring
/// them. Source: IAM User Guide, "AWS global condition context keys" and "IAM policy elements:
/// Variables and tags" (principal key values), read 2026-11. A role's path does not show in the ARN
/// of its session, nor does the unique id of a user or role in any ARN: who knows them gives
/// `aws:PrincipalArn` and `aws:userid`.
public final class RequestView {
  private final AuthorizationRequest request;
  private final boolean derives;
  private final String service;
  private final String operation;
  private final List<String> resourceParts;

  private RequestView(AuthorizationRequest request, boolean derives) {
    this.request = request;
    this.derives = derives;
    var action = request.action().toLowerCase(Locale.ROOT);
    var colon = action.indexOf(':');
    this.service = colon < 0 ? "" : action.substring(0, colon);
    this.operation = action.substring(colon + 1);
    var parts = List.of(request.resource().split(":", 6));
    this.resourceParts = parts.size() == 6 && parts.getFirst().equals("arn") ? parts : List.of();
  }

  /// The request with the principal's keys derived where they are not given.
  public static RequestView of(AuthorizationRequest request) {
    return new RequestView(request, true);
  }

  /// The request as it is given: a key that is not there is missing.
  public static RequestView asGiven(AuthorizationRequest request) {
    return new RequestView(request, false);
  }

  /// The request itself.
  public AuthorizationRequest request() {
    return request;
  }

  /// Who asks.
  public Principal principal() {
    return request.principal();
  }

  /// The action's service, in lower case.
  public String service() {
    return service;
  }

  /// The action's name, in lower case.
  public String operation() {
    return operation;
  }

  /// The six parts of the resource's ARN; none if it is no ARN.
  public List<String> resourceParts() {
    return resourceParts;
  }

  /// The value of a condition key, in any case, if the request has it.
  public Optional<Value> value(String key) {
    var given = request.context().get(key);
    return given.isPresent() || !derives ? given : derived(key.toLowerCase(Locale.ROOT));
  }

  private Optional<Value> derived(String key) {
    return switch (key) {
      case "aws:principalarn" -> single("aws:PrincipalArn", principalArn());
      case "aws:principalaccount" -> single("aws:PrincipalAccount", principal().account());
      case "aws:principaltype" -> single("aws:PrincipalType", principalType());
      case "aws:username" ->
          principal() instanceof Principal.IamUser user
              ? single("aws:username", user.name())
              : Optional.empty();
      case "aws:userid" -> single("aws:userid", userId());
      case "aws:principalisawsservice" ->
          principal() instanceof Principal.Anonymous
              ? Optional.empty()
              : single(
                  "aws:PrincipalIsAWSService",
                  Boolean.toString(principal() instanceof Principal.Service));
      case "aws:principalservicename" ->
          principal() instanceof Principal.Service(var name)
              ? single("aws:PrincipalServiceName", name)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> single(String key, String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(new Value(key, false, List.of(value)));
  }

  private String principalArn() {
    return switch (principal()) {
      case Principal.RoleSession session -> session.roleArn().toString();
      case Principal.RootUser _,
          Principal.IamUser _,
          Principal.IamRole _,
          Principal.FederatedUser _,
          Principal.Service _,
          Principal.WebIdentity _,
          Principal.Anonymous _ ->
          principal().knownArn().map(Arn::toString).orElse("");
    };
  }

  private String principalType() {
    return switch (principal()) {
      case Principal.RootUser _ -> "Account";
      case Principal.IamUser _ -> "User";
      case Principal.IamRole _, Principal.RoleSession _ -> "AssumedRole";
      case Principal.FederatedUser _ -> "FederatedUser";
      case Principal.Anonymous _ -> "Anonymous";
      case Principal.Service _, Principal.WebIdentity _ -> "";
    };
  }

  private String userId() {
    return switch (principal()) {
      case Principal.RootUser root -> root.account();
      case Principal.FederatedUser user -> user.account() + ":" + user.arn().resourceId();
      case Principal.Anonymous _ -> "anonymous";
      case Principal.IamUser _,
          Principal.IamRole _,
          Principal.RoleSession _,
          Principal.Service _,
          Principal.WebIdentity _ ->
          "";
    };
  }
}
