package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Office;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// How accounts leave an organization: closed, or removed from it.
final class Members {
  private Members() {}

  static void addTo(Map<String, Work> works) {
    works.put("CloseAccount", Members::close);
    works.put("RemoveAccountFromOrganization", Members::remove);
  }

  private static Reply close(Visit visit, Organization organization) {
    var id = visit.required("AccountId");
    if (Tree.account(organization, id).isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    if (id.equals(organization.managementAccount())) {
      return OrganizationFacts.violated("CANNOT_CLOSE_MANAGEMENT_ACCOUNT");
    }
    var office = organization.office();
    var member = Optional.ofNullable(office.members().get(id));
    if (member.flatMap(Office.Member::closed).isPresent()) {
      return OrganizationFacts.fault("AccountAlreadyClosedException");
    }
    var open =
        member.orElseGet(() ->
            new Office.Member(
                Shown.email(organization, id), visit.realm().title().clock(), true, null));
    Organizations.commit(visit, organization.with(office.with(id, open.closedAt(visit.now()))));
    return new Reply.Output(Json.object());
  }

  /// Only an account that was invited can stand alone: one that the organization made lacks what
  /// that takes (a way to pay, an agreement), which nobody can add by an operation.
  private static Reply remove(Visit visit, Organization organization) {
    var id = visit.required("AccountId");
    var account = Tree.account(organization, id);
    if (account.isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    if (id.equals(organization.managementAccount())) {
      return OrganizationFacts.fault("MasterCannotLeaveOrganizationException");
    }
    if (organization.office().delegates().containsKey(id)) {
      return OrganizationFacts.violated("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG");
    }
    if (Shown.isCreated(organization, account.get())) {
      return OrganizationFacts.violated("ACCOUNT_CANNOT_LEAVE_ORGANIZATION");
    }
    Organizations.commit(
        visit, organization.withoutNode(id).with(organization.office().withoutMember(id)));
    return new Reply.Output(Json.object());
  }
}
