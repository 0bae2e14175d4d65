package io.outcrop.iam.match;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge.Doubt;
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
  private static final int PARTS = 6;

  private final AuthorizationRequest request;
  private final boolean derives;
  private final boolean knowsAllKeys;
  private final String service;
  private final String operation;
  private final int[] ends;

  private RequestView(AuthorizationRequest request, boolean derives) {
    this.request = request;
    this.derives = derives;
    this.knowsAllKeys = request.context().knowledge().isOfAllKeys();
    var action = request.action().toLowerCase(Locale.ROOT);
    var colon = action.indexOf(':');
    this.service = action.substring(0, Math.max(0, colon));
    this.operation = action.substring(colon + 1);
    this.ends = ends(request.resource());
  }

  /// Where the six parts of an ARN end; empty if `resource` is none.
  private static int[] ends(String resource) {
    if (!resource.startsWith("arn:")) {
      return new int[0];
    }
    var ends = new int[PARTS];
    var from = 0;
    for (var i = 0; i < PARTS - 1; i++) {
      ends[i] = resource.indexOf(':', from);
      if (ends[i] < 0) {
        return new int[0];
      }
      from = ends[i] + 1;
    }
    ends[PARTS - 1] = resource.length();
    return ends;
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

  /// Whether the resource is an ARN of six parts.
  public boolean hasArn() {
    return ends.length > 0;
  }

  /// One of the six parts of the resource's ARN, counted from 0.
  public String resourcePart(int index) {
    return request.resource().substring(start(index), ends[index]);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1] + 1;
  }

  /// Whether that part matches `glob`.
  boolean resourcePartMatches(int index, Glob glob) {
    return glob.matches(request.resource(), start(index), ends[index]);
  }

  /// What is not known of `key`, which is in lower case. A key that is derived is known.
  public Doubt doubt(String key) {
    if (knowsAllKeys) {
      return Doubt.NONE;
    }
    var doubt = request.context().knowledge().doubt(key);
    var isDerived =
        derives && request.context().lowerCase(key).isEmpty() && derived(key).isPresent();
    return isDerived ? Doubt.NONE : doubt;
  }

  /// The value of `key`, which is in lower case, if the request has it.
  public Optional<Value> value(String key) {
    var given = request.context().lowerCase(key);
    return given.isPresent() || !derives ? given : derived(key);
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
