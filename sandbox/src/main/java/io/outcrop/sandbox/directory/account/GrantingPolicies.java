package io.outcrop.sandbox.directory.account;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.policy.Statement;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// ListPoliciesGrantingServiceAccess: which policies of an identity allow anything of a service. A
/// statement counts if its actions can be the service's; conditions and resources do not matter.
/// Source: IAM API Reference, "ListPoliciesGrantingServiceAccess", read 2026-11.
final class GrantingPolicies {
  private final AwsManagedPolicies aws;

  GrantingPolicies(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  Reply answer(Visit visit) {
    var arn = visit.required("Arn");
    var refused = Ask.of(visit, arn).refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var found =
        visit.account().identities().values().stream()
            .filter(identity -> visit.account().arnOf(identity).equals(arn))
            .findFirst();
    if (found.isEmpty()) {
      return Refusals.noSuchEntity("ARN " + arn + " cannot be found.");
    }
    var entries = new ArrayList<Json>();
    for (var namespace : visit.call().input().list("ServiceNamespaces")) {
      var service = namespace.asText().orElse("");
      entries.add(
          Output.of(
              "ServiceNamespace",
              service,
              "Policies",
              Json.array(granting(visit.account(), found.get(), service))));
    }
    return Output.reply("PoliciesGrantingServiceAccess", Json.array(entries), "IsTruncated", false);
  }

  private List<Json> granting(Account account, Identity identity, String service) {
    var found = new ArrayList<>(own(account, identity, service, false));
    if (identity instanceof Identity.User user) {
      account.groupsOf(user).forEach(group -> found.addAll(own(account, group, service, true)));
    }
    return found;
  }

  private List<Json> own(Account account, Identity identity, String service, boolean isOfGroup) {
    var found = new ArrayList<Json>();
    var entity = identity.key().kind().name();
    identity
        .permissions()
        .inline()
        .forEach((name, document) -> {
          if (grants(document, service)) {
            found.add(
                Output.of(
                    "PolicyName",
                    name,
                    "PolicyType",
                    "INLINE",
                    "EntityType",
                    entity,
                    "EntityName",
                    identity.label().name()));
          }
        });
    for (var arn : identity.permissions().managed()) {
      var policy = Optional.ofNullable(account.policies().get(arn)).or(() -> aws.find(arn));
      if (policy.filter(one -> grants(one.document(), service)).isPresent()) {
        found.add(
            Output.of(
                "PolicyName",
                policy.get().name(),
                "PolicyType",
                "MANAGED",
                "PolicyArn",
                arn,
                "EntityType",
                isOfGroup ? entity : null,
                "EntityName",
                isOfGroup ? identity.label().name() : null));
      }
    }
    return found;
  }

  private static boolean grants(Json.Obj document, String service) {
    return PolicyParser.parse(document, PolicyKind.IDENTITY)
            instanceof PolicyParsing.Parsed(var parsed)
        && parsed.statements().stream()
            .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
            .anyMatch(statement -> reaches(statement.actions(), service));
  }

  private static boolean reaches(Statement.Patterns actions, String service) {
    return actions.negated()
        ? actions.values().stream()
            .noneMatch(one -> one.text().equals("*") || isWhole(one.text(), service))
        : actions.values().stream()
            .anyMatch(one -> one.text().equals("*") || isOf(one.text(), service));
  }

  private static boolean isOf(String action, String service) {
    return action.toLowerCase(Locale.ROOT).startsWith(service.toLowerCase(Locale.ROOT) + ":");
  }

  private static boolean isWhole(String action, String service) {
    return action.equalsIgnoreCase(service + ":*");
  }
}
