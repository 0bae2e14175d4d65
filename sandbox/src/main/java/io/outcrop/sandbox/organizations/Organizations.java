package io.outcrop.sandbox.organizations;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.Map;

/// The operations of AWS Organizations. Any member may ask what organization it is in; the tree and
/// its policies are for the management account, and to be read for delegated administrators.
public final class Organizations {
  private Organizations() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    var operations = new LinkedHashMap<String, Operation>();
    operations.put("CreateOrganization", Founding::create);
    var works = new LinkedHashMap<String, Work>();
    works.put("DescribeOrganization", Founding::describe);
    works.put("DeleteOrganization", Founding::delete);
    Tree.addTo(works);
    TreeChanges.addTo(works);
    AccountRequests.addTo(works);
    Members.addTo(works);
    Policies.addTo(works);
    Attachments.addTo(works);
    Tags.addTo(works);
    Delegates.addTo(works);
    works.forEach((name, work) -> operations.put(name, visit -> answer(visit, name, work)));
    return Map.copyOf(operations);
  }

  /// What an operation does once it is settled that the caller may.
  @FunctionalInterface
  interface Work {
    Reply answer(Visit visit, Organization organization);
  }

  private static Reply answer(Visit visit, String name, Work work) {
    var denied = Leave.denied(visit, name);
    if (denied.isPresent()) {
      return denied.get();
    }
    if (!visit.realm().organization().contains(visit.account().id())) {
      return OrganizationFacts.fault("AWSOrganizationsNotInUseException");
    }
    var settled = AccountRequests.settled(visit);
    var organization = settled.realm().organization();
    if (!mayUse(organization, visit.account().id(), name)) {
      return OrganizationFacts.fault("AccessDeniedException");
    }
    return Tags.twice(visit)
        .<Reply>map(refused -> refused)
        .orElseGet(() -> work.answer(settled, organization));
  }

  private static boolean mayUse(Organization organization, String account, String name) {
    var reads = name.startsWith("Describe") || name.startsWith("List");
    return name.equals("DescribeOrganization")
        || organization.managementAccount().equals(account)
        || (reads && organization.office().delegates().containsKey(account));
  }

  /// Makes `changed` the organization, durably.
  static void commit(Visit visit, Organization changed) {
    visit.world().commit(visit.world().realm().with(changed));
  }
}
