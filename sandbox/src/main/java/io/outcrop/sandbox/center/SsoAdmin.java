package io.outcrop.sandbox.center;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.IdentityCenter.PermissionSet;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of IAM Identity Center's administration. Source of actions and resources: Service
/// Authorization Reference, "AWS IAM Identity Center", read 2026-11.
public final class SsoAdmin {
  private static final String SERVICE = "sso";

  private SsoAdmin() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    var operations = new LinkedHashMap<String, Operation>();
    operations.put("ListInstances", Permitted.to("sso:ListInstances", SsoAdmin::instances));
    operations.put("ListPermissionSets", visit -> inside(visit, SsoAdmin::list));
    operations.put(
        "ListPermissionSetsProvisionedToAccount", visit -> inside(visit, Provisions::ofAccount));
    operations.put(
        "DescribePermissionSetProvisioningStatus", visit -> inside(visit, Provisions::status));
    var works = new LinkedHashMap<String, Work>();
    PermissionSets.addTo(works);
    works.put("ProvisionPermissionSet", Provisions::provision);
    works.forEach((name, work) ->
        operations.put(name, visit -> inside(visit, (_, center) -> about(visit, center, work))));
    return Map.copyOf(operations);
  }

  /// What is done with a permission set that was found.
  @FunctionalInterface
  interface Work {
    Reply answer(Visit visit, IdentityCenter center, PermissionSet set);
  }

  /// What is done with the instance.
  @FunctionalInterface
  private interface Inside {
    Reply answer(Visit visit, IdentityCenter center);
  }

  /// Whoever may do it on everything that the call names, in the account and region of the
  /// instance.
  private static Reply inside(Visit visit, Inside work) {
    for (var resource : resources(visit)) {
      var refused = Ask.of(visit, resource).to(SERVICE + ":" + visit.call().operation()).refused();
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return own(visit)
        .filter(center -> center.arn().equals(visit.required("InstanceArn")))
        .map(center -> work.answer(visit, center))
        .orElseGet(() -> notFound("Instance not found."));
  }

  private static List<String> resources(Visit visit) {
    var resources = new ArrayList<String>();
    resources.add(visit.text("InstanceArn").orElse("*"));
    visit.text("PermissionSetArn").ifPresent(resources::add);
    visit
        .text("AccountId")
        .or(() -> visit.text("TargetId"))
        .ifPresent(account -> resources.add("arn:aws:sso:::account/" + account));
    return resources;
  }

  private static Reply about(Visit visit, IdentityCenter center, Work work) {
    return center
        .set(visit.required("PermissionSetArn"))
        .map(set -> work.answer(visit, center, set))
        .orElseGet(() -> notFound("PermissionSet not found."));
  }

  /// The instance, if it belongs to the caller's account and stands in the region that is called.
  private static Optional<IdentityCenter> own(Visit visit) {
    return Optional.of(visit.realm().identityCenter())
        .filter(IdentityCenter::exists)
        .filter(center -> center.home().account().equals(visit.account().id()))
        .filter(center -> center.home().region().equals(visit.region()));
  }

  private static Reply instances(Visit visit) {
    return Pages.reply(
        visit,
        "Instances",
        own(visit).stream().toList(),
        IdentityCenter::arn,
        center ->
            Output.of(
                "InstanceArn", center.arn(),
                "IdentityStoreId", center.storeId(),
                "OwnerAccountId", center.home().account(),
                "CreatedDate", visit.realm().title().clock(),
                "Status", "ACTIVE"));
  }

  private static Reply list(Visit visit, IdentityCenter center) {
    return Pages.reply(
        visit,
        "PermissionSets",
        center.sets().values().stream().map(center::arnOf).toList(),
        arn -> arn,
        Json::of);
  }

  static Reply.Fault notFound(String message) {
    return Faults.said(0, "ResourceNotFoundException", message);
  }

  /// Makes `changed` the instance, durably.
  static void commit(Visit visit, IdentityCenter changed) {
    visit.world().commit(visit.world().realm().with(changed));
  }
}
