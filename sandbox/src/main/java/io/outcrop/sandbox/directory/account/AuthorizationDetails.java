package io.outcrop.sandbox.directory.account;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.RoleUse;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Page;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// GetAccountAuthorizationDetails: the whole account, or a part of it, page by page.
final class AuthorizationDetails {
  private final AwsManagedPolicies aws;
  private final LastUse lastUse;

  AuthorizationDetails(AwsManagedPolicies aws, LastUse lastUse) {
    this.aws = aws;
    this.lastUse = lastUse;
  }

  /// One thing of an account: in which list of the answer it stands, under which ARN, and how.
  private record Detail(String list, String arn, Json shown) {}

  Reply answer(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (Pages.cut(visit, details(visit), Detail::arn)) {
      case Page.Refused<Detail>(Reply.Fault fault) -> fault;
      case Page.Cut<Detail>(List<Detail> page, Json.Obj rest) -> {
        var output = Json.object();
        for (var list :
            List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")) {
          output =
              output.with(
                  list,
                  Json.array(
                      page.stream()
                          .filter(detail -> detail.list().equals(list))
                          .map(Detail::shown)
                          .toList()));
        }
        yield new Reply.Output(Shown.with(output, rest));
      }
    };
  }

  private List<Detail> details(Visit visit) {
    var account = visit.account();
    var filter = new LinkedHashSet<String>();
    visit.call().input().list("Filter").forEach(one -> one.asText().ifPresent(filter::add));
    var details = new ArrayList<Detail>();
    for (var kind : Identity.Kind.values()) {
      if (wants(filter, Subject.title(kind))) {
        for (var identity : account.all(kind)) {
          details.add(
              new Detail(
                  Subject.title(kind) + "DetailList",
                  account.arnOf(identity),
                  identity(account, identity)));
        }
      }
    }
    for (var policy : policies(account, filter)) {
      details.add(new Detail("Policies", policy.arn(), policy(account, policy)));
    }
    return details;
  }

  private static boolean wants(Set<String> filter, String what) {
    return filter.isEmpty() || filter.contains(what);
  }

  private Json identity(Account account, Identity identity) {
    var title = Subject.title(identity.key().kind());
    var inline = new ArrayList<Json>();
    identity
        .permissions()
        .inline()
        .keySet()
        .forEach(name ->
            inline.add(
                Output.of(
                    "PolicyName", name, "PolicyDocument", identity.permissions().text(name))));
    var shown =
        Shown.whole(account, identity)
            .without("MaxSessionDuration")
            .without("Description")
            .with(title + "PolicyList", Json.array(inline))
            .with(
                "AttachedManagedPolicies",
                Json.array(
                    identity.permissions().managed().stream().map(Shown::attached).toList()));
    return switch (identity) {
      case Identity.User user ->
          shown.with("GroupList", Json.ofTexts(user.groups())).with("Tags", Tags.list(user.tags()));
      case Identity.Group _ -> shown;
      case Identity.Role role ->
          shown
              .with("InstanceProfileList", profiles(account, role))
              .with("RoleLastUsed", RoleUse.shown(lastUse, account.id(), role.label().name()))
              .with("Tags", Tags.list(role.tags()));
    };
  }

  private static Json profiles(Account account, Identity.Role role) {
    return Json.array(
        account.directory().profiles().values().stream()
            .filter(profile -> profile.role().equals(role.label().name()))
            .map(profile -> Shown.profile(account, profile).without("Tags"))
            .toList());
  }

  /// The account's own policies, and of AWS's those that are used in it.
  private List<ManagedPolicy> policies(Account account, Set<String> filter) {
    var policies = new ArrayList<ManagedPolicy>();
    if (wants(filter, "LocalManagedPolicy")) {
      policies.addAll(account.policies().values());
    }
    if (wants(filter, "AWSManagedPolicy")) {
      var used = new LinkedHashSet<String>();
      for (var identity : account.identities().values()) {
        used.addAll(identity.permissions().managed());
        used.add(identity.permissions().boundary());
      }
      used.forEach(arn -> aws.find(arn).ifPresent(policies::add));
    }
    return policies;
  }

  private static Json policy(Account account, ManagedPolicy policy) {
    return Shown.listed(account, policy)
        .with(
            "PolicyVersionList",
            Json.array(
                policy.versions().reversed().stream()
                    .map(version -> Shown.version(policy, version, true))
                    .toList()));
  }
}
