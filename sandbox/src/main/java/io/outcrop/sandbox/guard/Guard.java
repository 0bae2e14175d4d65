package io.outcrop.sandbox.guard;

import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides what callers may do in a world, by `iam` under every layer. Safe for many threads.
///
/// The sandbox stands where AWS's TLS endpoints stand, so `aws:SecureTransport` is true whatever
/// the connection to it is.
public final class Guard {
  private final AwsManagedPolicies aws;
  private final PreparedPolicies prepared;
  private final Runnable onQuestion;

  private Guard(AwsManagedPolicies aws, PreparedPolicies prepared, Runnable onQuestion) {
    this.aws = aws;
    this.prepared = prepared;
    this.onQuestion = onQuestion;
  }

  /// A guard who knows the policies that AWS maintains.
  public Guard(AwsManagedPolicies aws) {
    this(aws, new PreparedPolicies(), () -> {});
  }

  /// The same guard, who says when somebody asks for leave to do something. That Bedrock may carry
  /// something on is another matter: [#decideVia] is no such question.
  public Guard saying(Runnable onQuestion) {
    return new Guard(aws, prepared, onQuestion);
  }

  /// One thing that somebody wants to do.
  ///
  /// @param action `bedrock:InvokeModel`
  /// @param resource the ARN, or `*`
  /// @param context condition keys of this action
  /// @param lists condition keys of this action that have several values
  public record Wish(
      String action,
      String resource,
      Map<String, String> context,
      Map<String, List<String>> lists) {
    public Wish {
      context = Map.copyOf(context);
      lists = Map.copyOf(lists);
    }

    /// A wish whose keys have one value each.
    public Wish(String action, String resource, Map<String, String> context) {
      this(action, resource, context, Map.of());
    }

    /// The same wish with the keys of tags that the call brings or names.
    public Wish withTagKeys(Collection<String> keys) {
      return keys.isEmpty()
          ? this
          : new Wish(action, resource, context, Map.of("aws:TagKeys", List.copyOf(keys)));
    }

    /// The same wish with more condition keys.
    public Wish with(Map<String, String> keys) {
      var all = new LinkedHashMap<>(context);
      all.putAll(keys);
      return new Wish(action, resource, all, lists);
    }

    /// A wish without condition keys of its own.
    public static Wish of(String action, String resource) {
      return new Wish(action, resource, Map.of());
    }
  }

  /// Whether `visitor` may have its wish in the call it made.
  public Decision decide(Realm realm, Visitor visitor, Call call, Instant now, Wish wish) {
    return asking(realm, visitor, call, now).decide(wish);
  }

  /// `visitor`, who may have several wishes in the call it made.
  public Asking asking(Realm realm, Visitor visitor, Call call, Instant now) {
    var layers = prepared.of(new Layers(realm, aws), visitor, Way.of(realm, call));
    var owner = visitor.account().id();
    var brought = ConditionKeys.of(realm, visitor, call, now, owner, List.of());
    return new Asking(onQuestion, layers, visitor.principal(), owner, call, brought)
        .unless(wish ->
            ResourcePolicies.of(realm, wish.resource(), owner)
                .map(
                    own -> decideOn(realm, visitor, call, now, own.owner(), own.policies(), wish)));
  }

  /// Whether `visitor` may have a wish that Bedrock carries on to another service in its name: no
  /// endpoint is on that way. Source: IAM User Guide, "Forward access sessions".
  public Decision decideVia(
      Realm realm, Visitor visitor, Call call, Instant now, Wish wish, String via) {
    var layers = prepared.of(new Layers(realm, aws), visitor, Way.INSIDE);
    var owner = visitor.account().id();
    var brought = ConditionKeys.of(realm, visitor, call, now, owner, List.of(via));
    return new Asking(() -> {}, layers, visitor.principal(), owner, call, brought).decide(wish);
  }

  /// Whether `visitor` may have its wish on a resource of the account `owner` that has a policy of
  /// its own.
  public Decision decideOn(
      Realm realm,
      Visitor visitor,
      Call call,
      Instant now,
      String owner,
      NamedPolicy policy,
      Wish wish) {
    return decideOn(realm, visitor, call, now, owner, List.of(policy), wish);
  }

  private Decision decideOn(
      Realm realm,
      Visitor visitor,
      Call call,
      Instant now,
      String owner,
      List<NamedPolicy> policies,
      Wish wish) {
    var layers =
        Authorizer.prepare(
            new Layers(realm, aws).on(visitor, Way.of(realm, call), owner, policies));
    var brought = ConditionKeys.of(realm, visitor, call, now, owner, List.of());
    return new Asking(onQuestion, layers, visitor.principal(), owner, call, brought).decide(wish);
  }

  /// Whether `visitor` may assume `role` of the account `owner`.
  public Decision decideAssume(
      Realm realm,
      Visitor visitor,
      Call call,
      Instant now,
      Account owner,
      Identity.Role role,
      Wish wish) {
    return decideOn(realm, visitor, call, now, owner.id(), trust(role), wish);
  }

  /// Whether the AWS service `service`, `bedrock.amazonaws.com`, may assume `role` of the account
  /// `owner` on that account's behalf. No policies but the role's own reach a service.
  public Decision decideAssume(
      Realm realm, String service, Call call, Account owner, Identity.Role role) {
    var source =
        "arn:aws:%s:%s:%s:*"
            .formatted(service.substring(0, service.indexOf('.')), region(realm, call), owner.id());
    var context =
        RequestContext.empty()
            .with("aws:SourceAccount", owner.id())
            .with("aws:SourceArn", source)
            .with("aws:PrincipalIsAWSService", "true")
            .with("aws:PrincipalServiceName", service);
    return Authorizer.decide(
        new AuthorizationRequest(
            new Principal.Service(service),
            "sts:AssumeRole",
            owner.arnOf(role),
            owner.id(),
            context),
        PolicyLayers.ofResource(List.of(trust(role))));
  }

  private static NamedPolicy trust(Identity.Role role) {
    return new NamedPolicy(
        "trust policy",
        "",
        "role " + role.label().name(),
        Layers.parsed(role.trust(), PolicyKind.TRUST));
  }

  /// Whether AWS asks nobody's policies for this operation.
  public static boolean isFree(String service, String operation) {
    return GuardFacts.SHIPPED.isFree(service, operation);
  }

  /// The region that policies see: the one of a global service, else the one that is called.
  public static String requestedRegion(Realm realm, Call call) {
    return GuardFacts.SHIPPED.regionOf(call.service(), region(realm, call));
  }

  /// Whether `role` of the account `owner` trusts somebody who has no policies of its own: whom an
  /// identity provider vouches for.
  public Decision decideTrust(
      Principal principal, Call call, Instant now, Account owner, Identity.Role role, Wish wish) {
    var context =
        RequestContext.of(wish.context())
            .with("aws:SourceIp", "127.0.0.1")
            .with("aws:SecureTransport", "true")
            .with("aws:CurrentTime", now.toString())
            .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
            .with("aws:UserAgent", call.headers().getOrDefault("user-agent", ""));
    return Authorizer.decide(
        new AuthorizationRequest(principal, wish.action(), wish.resource(), owner.id(), context),
        PolicyLayers.ofResource(List.of(trust(role))));
  }

  /// The service control policies that reach an account.
  public PolicyLayers.Organization organization(Realm realm, String account) {
    return new Layers(realm, aws).scps(account);
  }

  /// The region that is called: the signature's or the host's, else the world's. Services that know
  /// no regions are signed for `aws-global` by some clients.
  public static String region(Realm realm, Call call) {
    return call.region().isEmpty() || call.region().equals("aws-global")
        ? realm.title().region()
        : call.region();
  }
}
