package io.outcrop.sandbox.guard;

import io.outcrop.iam.Authorizer;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Decides what callers may do in a world, by `iam` under every layer. Safe for many threads.
///
/// The sandbox stands where AWS's TLS endpoints stand, so `aws:SecureTransport` is true whatever
/// the connection to it is.
public final class Guard {
  private final AwsManagedPolicies aws;

  /// A guard who knows the policies that AWS maintains.
  public Guard(AwsManagedPolicies aws) {
    this.aws = aws;
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

    /// A wish without condition keys of its own.
    public static Wish of(String action, String resource) {
      return new Wish(action, resource, Map.of());
    }
  }

  /// Whether `visitor` may have its wish in the call it made.
  public Decision decide(Realm realm, Visitor visitor, Call call, Instant now, Wish wish) {
    var context = context(realm, visitor, call, now, wish);
    var request =
        new AuthorizationRequest(
            visitor.principal(), wish.action(), wish.resource(), visitor.account().id(), context);
    return Authorizer.decide(
        request, new Layers(realm, aws).of(visitor, call.service(), new Layer.Absent()));
  }

  /// Whether `visitor` may have a wish that Bedrock carries on to another service in its name: no
  /// endpoint is on that way. Source: IAM User Guide, "Forward access sessions".
  public Decision decideVia(
      Realm realm, Visitor visitor, Call call, Instant now, Wish wish, String via) {
    var context =
        context(realm, visitor, call, now, wish)
            .with("aws:CalledViaFirst", via)
            .with("aws:CalledViaLast", via)
            .with("aws:ViaAWSService", "true")
            .withAll("aws:CalledVia", List.of(via));
    var request =
        new AuthorizationRequest(
            visitor.principal(), wish.action(), wish.resource(), visitor.account().id(), context);
    return Authorizer.decide(request, new Layers(realm, aws).of(visitor, "", new Layer.Absent()));
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
    var trust =
        new NamedPolicy(
            "trust policy",
            "",
            "role " + role.label().name(),
            Layers.parsed(role.trust(), PolicyKind.TRUST));
    var request =
        new AuthorizationRequest(
            visitor.principal(),
            wish.action(),
            wish.resource(),
            owner.id(),
            context(realm, visitor, call, now, wish));
    return Authorizer.decide(
        request,
        new Layers(realm, aws).of(visitor, call.service(), new Layer.Known(List.of(trust))));
  }

  /// The region that is called: the signature's or the host's, else the world's. Services that know
  /// no regions are signed for `aws-global` by some clients.
  public static String region(Realm realm, Call call) {
    return call.region().isEmpty() || call.region().equals("aws-global")
        ? realm.title().region()
        : call.region();
  }

  private static RequestContext context(
      Realm realm, Visitor visitor, Call call, Instant now, Wish wish) {
    var account = visitor.account();
    var context =
        RequestContext.empty()
            .with("aws:RequestedRegion", region(realm, call))
            .with("aws:SourceIp", "127.0.0.1")
            .with("aws:SecureTransport", "true")
            .with("aws:CurrentTime", now.toString())
            .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
            .with("aws:UserAgent", call.headers().getOrDefault("user-agent", ""))
            .with("aws:ViaAWSService", "false")
            .with("aws:PrincipalIsAWSService", "false")
            .with("aws:PrincipalAccount", account.id())
            .with("aws:PrincipalArn", visitor.principalArn())
            .with("aws:userid", visitor.userId())
            .with("aws:PrincipalType", visitor.kind().type())
            .with("aws:ResourceAccount", account.id());
    if (visitor.kind() == Visitor.Kind.USER) {
      context = context.with("aws:username", visitor.identity().label().name());
    }
    for (var tag : visitor.tags().entrySet()) {
      context = context.with("aws:PrincipalTag/" + tag.getKey(), tag.getValue());
    }
    for (var session : visitor.session()) {
      context = ofSession(context, session, now);
    }
    if (realm.organization().contains(account.id())) {
      context = context.with("aws:PrincipalOrgID", realm.organization().id());
    }
    for (var entry : wish.context().entrySet()) {
      context = context.with(entry.getKey(), entry.getValue());
    }
    for (var entry : wish.lists().entrySet()) {
      context = context.withAll(entry.getKey(), entry.getValue());
    }
    return context;
  }

  /// What temporary credentials bring. Source: IAM User Guide, "AWS global condition context keys".
  private static RequestContext ofSession(RequestContext context, Session session, Instant now) {
    var terms = session.terms();
    var with = context.with("aws:MultiFactorAuthPresent", Boolean.toString(terms.mfa()));
    if (terms.issued().isPresent()) {
      var issued = terms.issued().get();
      with = with.with("aws:TokenIssueTime", issued.toString());
      if (terms.mfa()) {
        var age = Long.toString(Duration.between(issued, now).toSeconds());
        with = with.with("aws:MultiFactorAuthAge", age);
      }
    }
    if (!terms.sourceIdentity().isEmpty()) {
      with = with.with("aws:SourceIdentity", terms.sourceIdentity());
    }
    return terms.provider().isEmpty()
        ? with
        : with.with("aws:FederatedProvider", terms.provider());
  }
}
