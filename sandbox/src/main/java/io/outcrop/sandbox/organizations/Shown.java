package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parts of an organization as answers show them.
final class Shown {
  private Shown() {}

  static Reply output(String name, Json value) {
    return new Reply.Output(Json.object().with(name, value));
  }

  static Json.Obj organization(Organization organization) {
    var management = organization.managementAccount();
    return Json.object()
        .with("Id", Json.of(organization.id()))
        .with("Arn", Json.of(organization.arn()))
        .with("FeatureSet", Json.of("ALL"))
        .with("MasterAccountArn", Json.of(arn(organization, management)))
        .with("MasterAccountId", Json.of(management))
        .with("MasterAccountEmail", Json.of(email(organization, management)))
        .with(
            "AvailablePolicyTypes",
            Json.array(List.of(Shown.type(PolicyType.SERVICE_CONTROL_POLICY))));
  }

  private static String arn(Organization organization, String account) {
    return organization.node(account).map(organization::arnOf).orElse("");
  }

  static Json.Obj type(PolicyType type) {
    return Json.object().with("Type", Json.of(type.name())).with("Status", Json.of("ENABLED"));
  }

  static Json.Obj root(Organization organization) {
    var root = organization.node(organization.root()).orElseThrow();
    return Json.object()
        .with("Id", Json.of(root.id()))
        .with("Arn", Json.of(organization.arnOf(root)))
        .with("Name", Json.of(root.name()))
        .with(
            "PolicyTypes",
            Json.array(organization.enabled().stream().sorted().map(Shown::type).toList()));
  }

  static Json.Obj unit(Organization organization, Node unit) {
    return Json.object()
        .with("Id", Json.of(unit.id()))
        .with("Arn", Json.of(organization.arnOf(unit)))
        .with("Name", Json.of(unit.name()));
  }

  static Json.Obj account(Visit visit, Organization organization, Node node) {
    var member = Optional.ofNullable(organization.office().members().get(node.id()));
    var closed = member.flatMap(Office.Member::closed);
    return Json.object()
        .with("Id", Json.of(node.id()))
        .with("Arn", Json.of(organization.arnOf(node)))
        .with("Email", Json.of(email(organization, node.id())))
        .with("Name", Json.of(name(visit, node)))
        .with("Status", Json.of(state(visit, closed, "SUSPENDED")))
        .with("State", Json.of(state(visit, closed, "CLOSED")))
        .with("Paths", Json.ofTexts(List.of(path(organization, node))))
        .with("JoinedMethod", Json.of(isCreated(organization, node) ? "CREATED" : "INVITED"))
        .with("JoinedTimestamp", Json.of(joined(visit, member).toString()));
  }

  private static String state(Visit visit, Optional<Instant> closed, String end) {
    return closed
        .map(at ->
            visit.now().isBefore(at.plus(OrganizationFacts.delay("closure")))
                ? "PENDING_CLOSURE"
                : end)
        .orElse("ACTIVE");
  }

  /// The management account of an organization counts as invited.
  static boolean isCreated(Organization organization, Node node) {
    var member = organization.office().members().get(node.id());
    return member == null ? !node.id().equals(organization.managementAccount()) : member.created();
  }

  private static Instant joined(Visit visit, Optional<Office.Member> member) {
    return member.map(Office.Member::joined).orElse(visit.realm().title().clock());
  }

  /// `o-…/r-…/ou-…/111122223333/`.
  private static String path(Organization organization, Node node) {
    return organization.path(node.id()).stream()
        .map(Node::id)
        .collect(Collectors.joining("/", organization.id() + "/", "/"));
  }

  static String name(Visit visit, Node node) {
    if (node.kind() != Kind.ACCOUNT) {
      return node.name();
    }
    return visit
        .realm()
        .account(node.id())
        .map(account -> account.name())
        .filter(name -> !name.isEmpty())
        .orElse(node.id());
  }

  static String email(Organization organization, String account) {
    return Optional.ofNullable(organization.office().members().get(account))
        .map(Office.Member::email)
        .filter(email -> !email.isEmpty())
        .orElseGet(() -> email(account, account.equals(organization.managementAccount())));
  }

  /// The address of an account of which nobody says one.
  static String email(String account, boolean manages) {
    return (manages ? "management" : "account-" + account) + "@example.com";
  }

  static Json.Obj summary(Organization organization, Policy policy) {
    return Json.object()
        .with("Id", Json.of(policy.id()))
        .with("Arn", Json.of(organization.arnOf(policy)))
        .with("Name", Json.of(policy.name()))
        .with("Description", Json.of(policy.description()))
        .with("Type", Json.of(policy.type().name()))
        .with("AwsManaged", Json.of(policy.isAwsManaged()));
  }

  static Json.Obj request(Visit visit, Office.Request request) {
    var shown =
        Json.object()
            .with("Id", Json.of(request.id()))
            .with("AccountName", Json.of(request.name()))
            .with("State", Json.of(state(visit, request)))
            .with("RequestedTimestamp", Json.of(request.requested().toString()));
    if (!request.isDone(visit.now())) {
      return shown;
    }
    var done = shown.with("CompletedTimestamp", Json.of(request.done().toString()));
    return request.failure().isEmpty()
        ? done.with("AccountId", Json.of(request.account()))
        : done.with("FailureReason", Json.of(request.failure()));
  }

  static String state(Visit visit, Office.Request request) {
    if (!request.isDone(visit.now())) {
      return "IN_PROGRESS";
    }
    return request.failure().isEmpty() ? "SUCCEEDED" : "FAILED";
  }
}
