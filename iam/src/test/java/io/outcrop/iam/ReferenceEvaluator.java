package io.outcrop.iam;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.PolicyLayers.Level;
import io.outcrop.iam.request.PolicyLayers.Organization;
import io.outcrop.json.Json;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The published evaluation order, written down as plainly as can be, with no thought of speed. It
/// reads the documents themselves and shares no code with the engine. Source: IAM User Guide, "How
/// AWS enforcement code logic evaluates requests to allow or deny access", and the table of what an
/// allow in a resource-based policy means.
final class ReferenceEvaluator {
  private final AuthorizationRequest request;
  private final PolicyLayers layers;
  private final ReferenceMatcher matcher;

  private ReferenceEvaluator(AuthorizationRequest request, PolicyLayers layers) {
    this.request = request;
    this.layers = layers;
    this.matcher = new ReferenceMatcher(request, layers.boundary() instanceof Layer.Known);
  }

  /// The outcome. A layer nobody could look at is tried with a policy that allows everything, one
  /// that denies everything, and none: if it matters, the outcome depends on it.
  static Outcome decide(AuthorizationRequest request, PolicyLayers layers) {
    if (layers.resource() instanceof Layer.Unknown) {
      return unknown(
          request,
          layers,
          Stream.of("Allow", "Deny")
              .map(effect -> withResource(layers, everything(effect, PolicyKind.RESOURCE)))
              .toList());
    }
    if (layers.scps() instanceof Organization.Unknown) {
      return unknown(
          request,
          layers,
          Stream.of("Allow", "Deny")
              .map(effect -> withScps(layers, everything(effect, PolicyKind.SCP)))
              .toList());
    }
    return new ReferenceEvaluator(request, layers).decide();
  }

  private static Outcome unknown(
      AuthorizationRequest request, PolicyLayers layers, List<PolicyLayers> possible) {
    var absent =
        new PolicyLayers(
            layers.identity(),
            layers.boundary(),
            layers.session(),
            layers.scps() instanceof Organization.Unknown ? new Organization.None() : layers.scps(),
            layers.rcps(),
            layers.resource() instanceof Layer.Unknown ? new Layer.Absent() : layers.resource(),
            layers.endpoint());
    if (new ReferenceEvaluator(request, absent).decide() == Outcome.EXPLICITLY_DENIED) {
      return Outcome.EXPLICITLY_DENIED;
    }
    var outcomes = possible.stream().map(each -> decide(request, each)).toList();
    if (outcomes.contains(Outcome.DEPENDS_ON_UNKNOWN)) {
      return Outcome.DEPENDS_ON_UNKNOWN;
    }
    if (!outcomes.contains(Outcome.ALLOWED)) {
      return Outcome.IMPLICITLY_DENIED;
    }
    return outcomes.stream().distinct().count() == 1 ? Outcome.ALLOWED : Outcome.DEPENDS_ON_UNKNOWN;
  }

  private static PolicyLayers withResource(PolicyLayers layers, NamedPolicy policy) {
    return new PolicyLayers(
        layers.identity(),
        layers.boundary(),
        layers.session(),
        layers.scps(),
        layers.rcps(),
        new Layer.Known(List.of(policy)),
        layers.endpoint());
  }

  private static PolicyLayers withScps(PolicyLayers layers, NamedPolicy policy) {
    return new PolicyLayers(
        layers.identity(),
        layers.boundary(),
        layers.session(),
        new Organization.Levels(List.of(new Level("root", List.of(policy)))),
        layers.rcps(),
        layers.resource(),
        layers.endpoint());
  }

  private static NamedPolicy everything(String effect, PolicyKind kind) {
    var principal = kind == PolicyKind.RESOURCE ? "\"Principal\":\"*\"," : "";
    var text =
        "{\"Statement\":{"
            + principal
            + "\"Effect\":\""
            + effect
            + "\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    var parsed = (PolicyParsing.Parsed) PolicyParser.parse(text, kind);
    return new NamedPolicy(effect, "", "", parsed.document());
  }

  private Outcome decide() {
    if (request.action().equalsIgnoreCase("sts:GetCallerIdentity")) {
      return Outcome.ALLOWED;
    }
    if (anyDeny()) {
      return Outcome.EXPLICITLY_DENIED;
    }
    return allowed() ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED;
  }

  private boolean isRoot() {
    return request.principal() instanceof Principal.RootUser;
  }

  private boolean hasAccount() {
    return request.principal().knownArn().isPresent();
  }

  private boolean anyDeny() {
    Predicate<Json.Obj> denies = statement -> isEffect(statement, "Deny");
    Predicate<Json.Obj> named = denies.and(matcher::namesCaller);
    var own = hasAccount() && !isRoot();
    return matches(levels(layers.rcps()), PolicyKind.RCP, named)
        || (hasAccount() && matches(levels(layers.scps()), PolicyKind.SCP, denies))
        || matches(policies(layers.endpoint()), PolicyKind.ENDPOINT, named)
        || matches(policies(layers.resource()), PolicyKind.RESOURCE, named)
        || (own && matches(policies(layers.identity()), PolicyKind.IDENTITY, denies))
        || (own && matches(policies(layers.boundary()), PolicyKind.BOUNDARY, denies))
        || (hasAccount() && matches(policies(layers.session()), PolicyKind.SESSION, denies));
  }

  private boolean allowed() {
    if (hasAccount()
        && layers.scps() instanceof Organization.Levels(var levels)
        && !levels.stream().allMatch(level -> allows(level.policies(), PolicyKind.SCP))) {
      return false;
    }
    if (layers.endpoint() instanceof Layer.Known(var policies)
        && !policies.isEmpty()
        && !matches(
            policies,
            PolicyKind.ENDPOINT,
            statement -> isEffect(statement, "Allow") && matcher.namesCaller(statement))) {
      return false;
    }
    var account = resourceAllows("account");
    var origin = resourceAllows("origin");
    var direct = resourceAllows("direct");
    if (!hasAccount()) {
      return account || origin || direct;
    }
    var identity = isRoot() || allows(policies(layers.identity()), PolicyKind.IDENTITY);
    var boundary =
        isRoot()
            || layers.boundary() instanceof Layer.Absent
            || allows(policies(layers.boundary()), PolicyKind.BOUNDARY);
    var session =
        layers.session() instanceof Layer.Absent
            ? !(request.principal() instanceof Principal.FederatedUser)
            : allows(policies(layers.session()), PolicyKind.SESSION);
    var own = identity && boundary && session;
    if (!request.resourceAccount().equals(request.principal().account())) {
      return own && (account || origin || direct);
    }
    if (direct || (origin && boundary && session)) {
      return true;
    }
    return request.resource().contains(":kms:") ? own && account : own;
  }

  private boolean resourceAllows(String form) {
    return matches(
        policies(layers.resource()),
        PolicyKind.RESOURCE,
        statement -> isEffect(statement, "Allow") && matcher.form(statement).equals(form));
  }

  private boolean allows(List<NamedPolicy> policies, PolicyKind kind) {
    return matches(policies, kind, statement -> isEffect(statement, "Allow"));
  }

  private boolean matches(
      List<NamedPolicy> policies, PolicyKind kind, Predicate<Json.Obj> condition) {
    for (var policy : policies) {
      var source = policy.document().source();
      var variables = source.text("Version").orElse("").equals("2012-10-17");
      for (var statement : source.list("Statement")) {
        var object = (Json.Obj) statement;
        if (condition.test(object) && matcher.matches(object, kind, variables)) {
          return true;
        }
      }
      if (source.object("Statement").isPresent()
          && condition.test(source.object("Statement").get())
          && matcher.matches(source.object("Statement").get(), kind, variables)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEffect(Json.Obj statement, String effect) {
    return statement.text("Effect").orElseThrow().equals(effect);
  }

  private static List<NamedPolicy> policies(Layer layer) {
    return layer instanceof Layer.Known(var policies) ? policies : List.of();
  }

  private static List<NamedPolicy> levels(Organization organization) {
    return organization instanceof Organization.Levels(var levels)
        ? levels.stream().flatMap(level -> level.policies().stream()).toList()
        : List.of();
  }
}
