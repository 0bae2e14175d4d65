package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Office.Request;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.realm.Organization.Kind;
import io.outcrop.sandbox.realm.Organization.Node;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Registration;
import io.outcrop.sandbox.realm.RootUser;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// New accounts. A request is answered at once and done a little later; the account is there from
/// then on, which shows as soon as anybody asks for the organization.
final class AccountRequests {
  private static final String USUAL_ROLE = "OrganizationAccountAccessRole";
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private AccountRequests() {}

  static void addTo(Map<String, Work> works) {
    works.put("CreateAccount", AccountRequests::create);
    works.put("DescribeCreateAccountStatus", AccountRequests::describe);
    works.put("ListCreateAccountStatus", AccountRequests::list);
  }

  private static Reply create(Visit visit, Organization organization) {
    var name = visit.required("AccountName");
    var email = visit.required("Email");
    var office = organization.office();
    var failure = failure(organization, email);
    var seed = organization.id() + "/" + email;
    var id =
        Ids.account(
            seed,
            taken ->
                visit.realm().account(taken).isPresent()
                    || office.requests().values().stream()
                        .anyMatch(other -> other.account().equals(taken)));
    var request =
        new Request(
            Ids.request(seed, taken -> office.requests().containsKey(taken)),
            name,
            email,
            visit.text("RoleName").orElse(USUAL_ROLE),
            visit.now(),
            visit.now().plus(OrganizationFacts.delay("creation")),
            failure.isEmpty() ? id : "",
            failure);
    var tags = failure.isEmpty() ? Tags.requested(visit) : Map.<String, String>of();
    Organizations.commit(
        visit, organization.with(office.with(request).withTags(request.account(), tags)));
    return Shown.output("CreateAccountStatus", Shown.request(visit, request));
  }

  /// Why no account can be made; empty if one can.
  private static String failure(Organization organization, String email) {
    if (!EMAIL.matcher(email).matches()) {
      return "INVALID_EMAIL";
    }
    var accounts =
        organization.nodes().values().stream().filter(node -> node.kind() == Kind.ACCOUNT).toList();
    var pending =
        organization.office().requests().values().stream()
            .filter(request -> request.failure().isEmpty())
            .filter(request -> !organization.contains(request.account()))
            .toList();
    if (accounts.stream().anyMatch(node -> Shown.email(organization, node.id()).equals(email))
        || pending.stream().anyMatch(request -> request.email().equals(email))) {
      return "EMAIL_ALREADY_EXISTS";
    }
    return accounts.size() + pending.size() >= OrganizationFacts.limit("accounts")
        ? "ACCOUNT_LIMIT_EXCEEDED"
        : "";
  }

  private static Reply describe(Visit visit, Organization organization) {
    var request = organization.office().requests().get(visit.required("CreateAccountRequestId"));
    return request == null
        ? OrganizationFacts.fault("CreateAccountStatusNotFoundException")
        : Shown.output("CreateAccountStatus", Shown.request(visit, request));
  }

  private static Reply list(Visit visit, Organization organization) {
    var states = Leave.texts(visit, "States");
    var requests =
        organization.office().requests().values().stream()
            .filter(request -> states.isEmpty() || states.contains(Shown.state(visit, request)))
            .toList();
    return Pages.reply(
        visit,
        "CreateAccountStatuses",
        requests,
        Request::id,
        request -> Shown.request(visit, request));
  }

  /// The visit once every account is there whose request is done.
  @SuppressWarnings("ReferenceEquality") // a realm that was not replaced is the same
  static Visit settled(Visit visit) {
    var realm = visit.realm();
    for (var request : realm.organization().office().requests().values()) {
      if (request.isDone(visit.now())
          && request.failure().isEmpty()
          && realm.account(request.account()).isEmpty()) {
        realm = with(realm, request);
      }
    }
    if (realm == visit.realm()) {
      return visit;
    }
    visit.world().commit(realm);
    return visit.with(realm);
  }

  private static Realm with(Realm realm, Request request) {
    var organization = realm.organization();
    var node =
        new Node(
            request.account(),
            Kind.ACCOUNT,
            "",
            organization.root(),
            TreeChanges.fullAccess(organization));
    var member = new Office.Member(request.email(), request.done(), true, null);
    return realm
        .with(account(organization, request))
        .with(organization.with(node).with(organization.office().with(request.account(), member)));
  }

  private static Account account(Organization organization, Request request) {
    var role = role(organization, request.role(), request.done());
    return new Account(
        request.account(),
        request.name(),
        Map.of(role.key(), role),
        Map.of(),
        Standing.ofNewAccount(),
        Directory.EMPTY,
        RootUser.WITHOUT_KEYS,
        new Registration(request.done(), Map.of(), Map.of()),
        Map.of());
  }

  /// By which the management account gets in. Source: AWS Organizations User Guide, "Accessing
  /// member accounts that have OrganizationAccountAccessRole".
  private static Identity.Role role(Organization organization, String name, Instant at) {
    var management = "arn:aws:iam::" + organization.managementAccount() + ":root";
    var statement =
        Json.object()
            .with("Effect", Json.of("Allow"))
            .with("Principal", Json.object().with("AWS", Json.of(management)))
            .with("Action", Json.of("sts:AssumeRole"));
    var trust =
        Json.object()
            .with("Version", Json.of("2012-10-17"))
            .with("Statement", Json.array(List.of(statement)));
    return new Identity.Role(
        new Identity.Label(name, "/", UniqueId.of(Identity.Kind.ROLE.prefix(), name), at),
        Permissions.none().attach("arn:aws:iam::aws:policy/AdministratorAccess"),
        trust,
        Map.of());
  }
}
