package io.outcrop.sandbox.directory;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// GetAccountAuthorizationDetails: the whole account in one answer.
final class AuthorizationDetails {
  private final AwsManagedPolicies aws;

  AuthorizationDetails(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  Reply answer(Visit visit) {
    var denied = visit.denied(Guard.Wish.of("iam:GetAccountAuthorizationDetails", "*"));
    if (denied.isPresent()) {
      return denied.get();
    }
    return new Reply.Output(
        Json.object()
            .with("UserDetailList", identities(visit, Identity.Kind.USER))
            .with("GroupDetailList", identities(visit, Identity.Kind.GROUP))
            .with("RoleDetailList", identities(visit, Identity.Kind.ROLE))
            .with("Policies", policies(visit))
            .with("IsTruncated", Json.of(false)));
  }

  private static Json identities(Visit visit, Identity.Kind kind) {
    return Json.array(
        visit.account().all(kind).stream().map(identity -> identity(visit, identity)).toList());
  }

  private static Json identity(Visit visit, Identity identity) {
    var title = Owner.title(identity.key().kind());
    var inline = new ArrayList<Json>();
    identity
        .permissions()
        .inline()
        .forEach((name, document) ->
            inline.add(
                Json.object()
                    .with("PolicyName", Json.of(name))
                    .with("PolicyDocument", Documents.text(document))));
    var attached = new ArrayList<Json>();
    for (var arn : identity.permissions().managed()) {
      attached.add(
          Json.object()
              .with("PolicyName", Json.of(arn.substring(arn.lastIndexOf('/') + 1)))
              .with("PolicyArn", Json.of(arn)));
    }
    var shown =
        Identities.shown(visit.account(), identity)
            .without("MaxSessionDuration")
            .with(title + "PolicyList", Json.array(inline))
            .with("AttachedManagedPolicies", Json.array(attached));
    return identity instanceof Identity.User user
        ? shown.with("GroupList", Json.ofTexts(user.groups()))
        : shown;
  }

  private Json policies(Visit visit) {
    var used = new LinkedHashMap<String, ManagedPolicy>(visit.account().policies());
    for (var identity : visit.account().identities().values()) {
      for (var arn : identity.permissions().managed()) {
        aws.find(arn).ifPresent(policy -> used.put(arn, policy));
      }
    }
    List<Json> shown = used.values().stream().<Json>map(policy -> policy(visit, policy)).toList();
    return Json.array(shown);
  }

  private static Json.Obj policy(Visit visit, ManagedPolicy policy) {
    return ManagedPolicies.shown(visit, policy)
        .with(
            "PolicyVersionList",
            Json.array(
                policy.versions().stream()
                    .map(version -> ManagedPolicies.shown(policy, version, true))
                    .toList()));
  }
}
