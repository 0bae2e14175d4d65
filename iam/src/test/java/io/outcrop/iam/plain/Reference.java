package io.outcrop.iam.plain;

import io.outcrop.aws.Principal;
import io.outcrop.iam.decision.Decision.Outcome;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.plain.Principals.Way;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The published evaluation order. Source: IAM User Guide, reference_policies_evaluation-logic, its
/// page on cross-account access and the table of what an allow in a resource-based policy means;
/// Organizations User Guide, orgs_manage_policies_scps_evaluation and orgs_manage_policies_rcps.
public final class Reference {
  private final AuthorizationRequest request;
  private final PlainLayers layers;
  private final Principals principals;
  private final Set<PlainStatement> matching;

  private Reference(AuthorizationRequest request, PlainLayers layers) {
    this.request = request;
    this.layers = layers;
    this.principals = new Principals(request.principal(), layers.hasBoundary());
    var elements = new Elements(request);
    var conditions = new Conditions(request.context());
    this.matching =
        layers.all().stream()
            .filter(statement ->
                elements.match(statement) && conditions.hold(statement) && names(statement))
            .collect(
                Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
  }

  /// The judgement where every layer is known.
  public static Judgement judge(AuthorizationRequest request, PlainLayers layers) {
    return new Reference(request, layers).judge();
  }

  private Judgement judge() {
    // needs no permission and cannot be denied: STS API Reference, GetCallerIdentity
    if (request.action().equalsIgnoreCase("sts:GetCallerIdentity")
        && !(request.principal() instanceof Principal.Anonymous)) {
      return new Judgement(Outcome.ALLOWED, Set.of(), List.of());
    }
    var denies = names(everywhere().filter(PlainStatement::denies).filter(matching::contains));
    var blocked = blocked();
    if (!denies.isEmpty()) {
      return new Judgement(Outcome.EXPLICITLY_DENIED, denies, blocked);
    }
    if (Services.refuse(request)) {
      return new Judgement(Outcome.IMPLICITLY_DENIED, Set.of(), List.of());
    }
    return blocked.isEmpty()
        ? new Judgement(Outcome.ALLOWED, granting(), List.of())
        : new Judgement(Outcome.IMPLICITLY_DENIED, Set.of(), blocked);
  }

  private static Set<String> names(Stream<PlainStatement> statements) {
    return statements.map(PlainStatement::name).collect(Collectors.toCollection(TreeSet::new));
  }

  // ---- who is asking

  private boolean hasAccount() {
    return request.principal().knownArn().isPresent();
  }

  private boolean isRoot() {
    return request.principal() instanceof Principal.RootUser;
  }

  /// Neither SCPs nor RCPs reach them.
  private boolean isServiceLinkedRole() {
    return request.context().get("aws:PrincipalArn").stream()
        .flatMap(value -> value.texts().stream())
        .anyMatch(arn -> arn.contains(":role/aws-service-role/"));
  }

  private boolean isSameAccount() {
    return request.resourceAccount().equals(request.principal().account());
  }

  // ---- which statements have a say

  private Stream<PlainStatement> everywhere() {
    return Stream.of(
            rcps(), scps(), layers.endpoint(), layers.resource(), identity(), boundary(), session())
        .flatMap(List::stream);
  }

  private List<PlainStatement> rcps() {
    return isServiceLinkedRole() || !Services.haveRcps(request) ? List.of() : layers.rcps();
  }

  /// Principals of the account, its root user too; no service of AWS.
  private boolean scpsReach() {
    return hasAccount() && !isServiceLinkedRole();
  }

  private List<PlainStatement> scps() {
    return scpsReach() ? layers.scps().stream().flatMap(List::stream).toList() : List.of();
  }

  private List<PlainStatement> identity() {
    return hasAccount() && !isRoot() ? layers.identity() : List.of();
  }

  private List<PlainStatement> boundary() {
    return hasAccount() && !isRoot() ? layers.boundary() : List.of();
  }

  private List<PlainStatement> session() {
    return hasAccount() ? layers.session() : List.of();
  }

  /// Statements of most policies are about whoever they are attached to.
  private boolean names(PlainStatement statement) {
    return !(statement.has("Principal") || statement.has("NotPrincipal"))
        || principals.way(statement) != Way.NOT;
  }

  private boolean allow(List<PlainStatement> statements) {
    return statements.stream().anyMatch(this::allows);
  }

  private boolean allows(PlainStatement statement) {
    return !statement.denies() && matching.contains(statement);
  }

  // ---- which layers do not allow

  private List<LayerName> blocked() {
    var blocked = new ArrayList<LayerName>();
    // every level from the root to the account has to allow
    if (scpsReach() && !layers.scps().stream().allMatch(this::allow)) {
      blocked.add(LayerName.SCP);
    }
    if (layers.hasEndpoint() && !allow(layers.endpoint())) {
      blocked.add(LayerName.ENDPOINT);
    }
    blocked.addAll(ungranted());
    return blocked;
  }

  /// Which of resource, identity, boundary and session policy keep the request from being granted.
  private Set<LayerName> ungranted() {
    var ways = waysOfTheResource();
    if (!hasAccount()) {
      return ways.isEmpty() ? EnumSet.of(LayerName.RESOURCE) : Set.of();
    }
    var missing = EnumSet.noneOf(LayerName.class);
    if (!isRoot() && !allow(identity())) {
      missing.add(LayerName.IDENTITY);
    }
    missing.addAll(limits());
    if (!isSameAccount()) {
      if (ways.isEmpty()) {
        missing.add(LayerName.RESOURCE);
      }
      return missing;
    }
    if (ways.contains(Way.DIRECT)) {
      return Set.of();
    }
    if (ways.contains(Way.ORIGIN)) {
      return limits();
    }
    // a key or a role is not reached by identity policies unless its own policy hands over
    if (isGuarded() && !ways.contains(Way.ACCOUNT)) {
      missing.add(LayerName.RESOURCE);
    }
    return missing;
  }

  private Set<LayerName> limits() {
    var limits = EnumSet.noneOf(LayerName.class);
    if (!isRoot() && layers.hasBoundary() && !allow(boundary())) {
      limits.add(LayerName.BOUNDARY);
    }
    // a federated user has nothing without a session policy
    var federated = request.principal() instanceof Principal.FederatedUser;
    if ((federated || layers.hasSession()) && !allow(session())) {
      limits.add(LayerName.SESSION);
    }
    return limits;
  }

  private Set<Way> waysOfTheResource() {
    return layers.resource().stream()
        .filter(this::allows)
        .map(principals::way)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
  }

  private boolean isGuarded() {
    return request.resource().matches("arn:[^:]*:kms:[^:]*:[^:]*:key/.*")
        || (request.resource().contains(":role/")
            && request.action().toLowerCase(Locale.ROOT).startsWith("sts:"));
  }

  // ---- what grants a permission

  /// The allows of identity and resource policies, as far as they lead to the permission by
  /// themselves or together.
  private Set<String> granting() {
    if (!hasAccount()) {
      return names(layers.resource().stream().filter(this::allows));
    }
    var identity = names(identity().stream().filter(this::allows));
    if (!isSameAccount()) {
      identity.addAll(names(layers.resource().stream().filter(this::allows)));
      return identity;
    }
    var granting = allowing(Way.DIRECT);
    if (limits().isEmpty()) {
      granting.addAll(allowing(Way.ORIGIN));
      var leave = allowing(Way.ACCOUNT);
      if (!isGuarded()) {
        granting.addAll(identity);
      } else if (!leave.isEmpty() && (isRoot() || !identity.isEmpty())) {
        granting.addAll(identity);
        granting.addAll(leave);
      }
    }
    return granting;
  }

  private Set<String> allowing(Way way) {
    return names(
        layers.resource().stream()
            .filter(this::allows)
            .filter(statement -> principals.way(statement) == way));
  }
}
