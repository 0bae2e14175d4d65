package io.outcrop.sandbox.directory.policy;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Page;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;

/// Who uses a managed policy.
final class PolicyEntities {
  private PolicyEntities() {}

  static Reply list(Visit visit, ManagedPolicy policy) {
    var using = new ArrayList<Identity>();
    for (var kind : List.of(Identity.Kind.GROUP, Identity.Kind.USER, Identity.Kind.ROLE)) {
      visit.account().all(kind).stream()
          .filter(identity -> isAskedFor(visit, identity, policy))
          .forEach(using::add);
    }
    return switch (Pages.cut(visit, using, identity -> identity.label().id())) {
      case Page.Refused<Identity>(Reply.Fault fault) -> fault;
      case Page.Cut<Identity>(List<Identity> page, Json.Obj rest) ->
          new Reply.Output(
              Shown.with(
                  Output.of(
                      "PolicyGroups", of(page, Identity.Kind.GROUP),
                      "PolicyUsers", of(page, Identity.Kind.USER),
                      "PolicyRoles", of(page, Identity.Kind.ROLE)),
                  rest));
    };
  }

  private static boolean isAskedFor(Visit visit, Identity identity, ManagedPolicy policy) {
    var filter = visit.required("EntityFilter");
    var isKind =
        switch (filter) {
          case "User" -> identity instanceof Identity.User;
          case "Group" -> identity instanceof Identity.Group;
          case "Role" -> identity instanceof Identity.Role;
          case "LocalManagedPolicy", "AWSManagedPolicy" -> false;
          default -> true;
        };
    return isKind
        && identity.label().path().startsWith(visit.text("PathPrefix").orElse("/"))
        && ManagedPolicies.isUsed(
            identity.permissions(), policy.arn(), visit.required("PolicyUsageFilter"));
  }

  private static Json of(List<Identity> page, Identity.Kind kind) {
    var title = Subject.title(kind);
    return Json.array(
        page.stream()
            .filter(identity -> identity.key().kind() == kind)
            .map(identity ->
                Output.of(
                    title + "Name", identity.label().name(), title + "Id", identity.label().id()))
            .toList());
  }
}
