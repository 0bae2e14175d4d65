package io.outcrop.sandbox.center;

import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.IdentityCenter.PermissionSet;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a permission set says. A change holds in no account until it is provisioned there.
final class PermissionSets {
  private static final AwsManagedPolicies AWS = AwsManagedPolicies.shipped();

  private PermissionSets() {}

  static void addTo(Map<String, SsoAdmin.Work> works) {
    works.put("DescribePermissionSet", PermissionSets::describe);
    works.put("GetInlinePolicyForPermissionSet", PermissionSets::inline);
    works.put("PutInlinePolicyToPermissionSet", PermissionSets::putInline);
    works.put("DeleteInlinePolicyFromPermissionSet", PermissionSets::deleteInline);
    works.put("ListManagedPoliciesInPermissionSet", PermissionSets::managed);
    works.put("AttachManagedPolicyToPermissionSet", PermissionSets::attach);
    works.put("DetachManagedPolicyFromPermissionSet", PermissionSets::detach);
    works.put("GetPermissionsBoundaryForPermissionSet", PermissionSets::boundary);
  }

  private static Reply describe(Visit visit, IdentityCenter center, PermissionSet set) {
    return Output.reply(
        "PermissionSet",
        Output.of(
            "Name", set.name(),
            "PermissionSetArn", center.arnOf(set),
            "Description", Optional.of(set.description()).filter(text -> !text.isEmpty()),
            "CreatedDate", set.created(),
            "SessionDuration", set.duration().toString()));
  }

  private static Reply inline(Visit visit, IdentityCenter center, PermissionSet set) {
    return Output.reply(
        "InlinePolicy", set.inline().stream().map(JsonWriter::compact).findFirst().orElse(""));
  }

  private static Reply putInline(Visit visit, IdentityCenter center, PermissionSet set) {
    return switch (PolicyDocuments.identity(visit.required("InlinePolicy"))) {
      case DocumentReading.Refused(String sentence) ->
          Faults.said(0, "ValidationException", sentence);
      case DocumentReading.Accepted(Json.Obj document) ->
          changed(visit, center, set.withInline(List.of(document)));
    };
  }

  private static Reply deleteInline(Visit visit, IdentityCenter center, PermissionSet set) {
    return set.inline().isEmpty()
        ? SsoAdmin.notFound("InlinePolicy not found.")
        : changed(visit, center, set.withInline(List.of()));
  }

  private static Reply managed(Visit visit, IdentityCenter center, PermissionSet set) {
    return Pages.reply(
        visit,
        "AttachedManagedPolicies",
        set.managed(),
        arn -> arn,
        arn -> Output.of("Name", arn.substring(arn.lastIndexOf('/') + 1), "Arn", arn));
  }

  private static Reply attach(Visit visit, IdentityCenter center, PermissionSet set) {
    var arn = visit.required("ManagedPolicyArn");
    if (AWS.find(arn).isEmpty()) {
      return SsoAdmin.notFound("ManagedPolicy not found.");
    }
    if (set.managed().contains(arn)) {
      return Faults.said(0, "ConflictException", "ManagedPolicy is already attached.");
    }
    var all = new ArrayList<>(set.managed());
    all.add(arn);
    return changed(visit, center, set.withManaged(all));
  }

  private static Reply detach(Visit visit, IdentityCenter center, PermissionSet set) {
    var arn = visit.required("ManagedPolicyArn");
    if (!set.managed().contains(arn)) {
      return SsoAdmin.notFound("ManagedPolicy not found.");
    }
    return changed(
        visit,
        center,
        set.withManaged(set.managed().stream().filter(one -> !one.equals(arn)).toList()));
  }

  private static Reply boundary(Visit visit, IdentityCenter center, PermissionSet set) {
    return set.boundary().isEmpty()
        ? SsoAdmin.notFound("PermissionsBoundary not found.")
        : Output.reply("PermissionsBoundary", Output.of("ManagedPolicyArn", set.boundary()));
  }

  private static Reply changed(Visit visit, IdentityCenter center, PermissionSet set) {
    SsoAdmin.commit(visit, center.with(set));
    return Output.done();
  }
}
