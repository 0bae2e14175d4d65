package io.outcrop.sandbox.center;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.IdentityCenter;
import io.outcrop.sandbox.realm.IdentityCenter.PermissionSet;
import io.outcrop.sandbox.realm.IdentityCenter.Request;
import io.outcrop.sandbox.realm.Provisioning;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How a permission set becomes a role of an account. AWS takes some seconds; here it is done when
/// the answer is there, which says that it is on its way, as AWS's does.
final class Provisions {
  private Provisions() {}

  static Reply provision(Visit visit, IdentityCenter center, PermissionSet set) {
    var target = visit.required("TargetId");
    if (visit.required("TargetType").equals("AWS_ACCOUNT")) {
      if (target.isEmpty()) {
        return Faults.said(
            0, "ValidationException", "TargetId is required when TargetType is AWS_ACCOUNT");
      }
      if (visit.realm().account(target).isEmpty()) {
        return SsoAdmin.notFound("Account not found.");
      }
      return provisioned(visit, center, set, List.of(target), target);
    }
    var everywhere =
        visit.realm().accounts().values().stream()
            .filter(account -> Provisioning.role(account, set.name()).isPresent())
            .map(Account::id)
            .toList();
    return provisioned(visit, center, set, everywhere, "");
  }

  private static Reply provisioned(
      Visit visit, IdentityCenter center, PermissionSet set, List<String> accounts, String target) {
    var id =
        UUID.nameUUIDFromBytes(visit.call().requestId().getBytes(StandardCharsets.UTF_8))
            .toString();
    var request = new Request(set.name(), target, visit.now());
    var realm = visit.world().realm().with(center.with(id, request));
    for (var account : accounts) {
      realm = Provisioning.provisioned(realm, set, account, visit.now());
    }
    visit.world().commit(realm);
    return Output.reply(
        "PermissionSetProvisioningStatus", shown(center, id, request, "IN_PROGRESS"));
  }

  static Reply status(Visit visit, IdentityCenter center) {
    var id = visit.required("ProvisionPermissionSetRequestId");
    var request = center.requests().get(id);
    return request == null
        ? SsoAdmin.notFound("ProvisionPermissionSetRequestId not found.")
        : Output.reply("PermissionSetProvisioningStatus", shown(center, id, request, "SUCCEEDED"));
  }

  private static Json.Obj shown(IdentityCenter center, String id, Request request, String status) {
    return Output.of(
        "Status", status,
        "RequestId", id,
        "AccountId", Optional.of(request.account()).filter(account -> !account.isEmpty()),
        "PermissionSetArn",
            Optional.ofNullable(center.sets().get(request.set())).map(center::arnOf),
        "CreatedDate", request.created());
  }

  static Reply ofAccount(Visit visit, IdentityCenter center) {
    var account = visit.realm().account(visit.required("AccountId"));
    var status = visit.required("ProvisioningStatus");
    var sets =
        center.sets().values().stream()
            .filter(set ->
                account
                    .flatMap(one -> Provisioning.role(one, set.name()))
                    .filter(role -> isOf(status, role, set))
                    .isPresent())
            .map(center::arnOf)
            .toList();
    return Pages.reply(visit, "PermissionSets", sets, arn -> arn, Json::of);
  }

  private static boolean isOf(String status, Identity.Role role, PermissionSet set) {
    return switch (status) {
      case "LATEST_PERMISSION_SET_PROVISIONED" -> Provisioning.isLatest(role, set);
      case "LATEST_PERMISSION_SET_NOT_PROVISIONED" -> !Provisioning.isLatest(role, set);
      default -> true;
    };
  }
}
