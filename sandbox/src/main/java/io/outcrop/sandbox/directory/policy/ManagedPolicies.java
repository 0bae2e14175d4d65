package io.outcrop.sandbox.directory.policy;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.realm.PolicyText;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Managed policies themselves.
final class ManagedPolicies {
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_DESCRIPTION = 1000;

  private final AwsManagedPolicies aws;
  private final Issuer issuer;

  ManagedPolicies(AwsManagedPolicies aws, Issuer issuer) {
    this.aws = aws;
    this.issuer = issuer;
  }

  static Reply get(Visit visit, ManagedPolicy policy) {
    return Output.reply("Policy", Shown.whole(visit.account(), policy));
  }

  Reply create(Visit visit) {
    var name = visit.required("PolicyName");
    var path = visit.text("Path").orElse("/");
    var description = visit.text("Description").orElse("");
    var tags = Tags.of(visit);
    var arn = "arn:aws:iam::" + visit.account().id() + ":policy" + path + name;
    var ask = Ask.of(visit, arn).shownAs("policy " + name);
    return Names.name("policyName", name, LONGEST_NAME)
        .or(() -> Names.path("path", path))
        .or(() -> Names.printable("policyDocument", visit.required("PolicyDocument")))
        .or(() -> Names.length("description", description, LONGEST_DESCRIPTION))
        .or(() -> Tags.wrong(visit))
        .or(() -> ask.requesting(tags).refused())
        .or(() -> tags.isEmpty() ? Optional.empty() : ask.to("iam:TagPolicy").refused())
        .or(() -> taken(visit.account(), name))
        .<Reply>map(refused -> refused)
        .orElseGet(() ->
            switch (PolicyDocuments.managed(visit.required("PolicyDocument"))) {
              case DocumentReading.Refused(String sentence) -> Refusals.malformed(sentence);
              case DocumentReading.Accepted(Json.Obj document) when isTooLarge(document) ->
                  Quotas.exceeded("PolicySize");
              case DocumentReading.Accepted(Json.Obj document) -> {
                var about =
                    new ManagedPolicy.About(
                        issuer.uniqueId("ANPA"), description, visit.now(), visit.now(), 1, tags);
                var kept = PolicyText.kept(visit.required("PolicyDocument"), document);
                var first = new ManagedPolicy.Version("v1", document, visit.now(), kept);
                var policy = new ManagedPolicy(arn, name, path, "v1", List.of(first), about);
                visit.change(account -> account.with(policy));
                yield created(visit, policy);
              }
            });
  }

  /// A policy as it is shown when it was made: without its description.
  private static Reply created(Visit visit, ManagedPolicy policy) {
    return Output.reply(
        "Policy",
        Shown.with(
            Shown.listed(visit.account(), policy),
            Output.of("Tags", Tags.shown(policy.about().tags()))));
  }

  static boolean isTooLarge(Json.Obj document) {
    return PolicyDocuments.size(document) > Quotas.of("PolicySize");
  }

  private static Optional<Reply.Fault> taken(Account account, String name) {
    if (account.policies().values().stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
      return Optional.of(
          Refusals.exists(
              "A policy called " + name + " already exists. Duplicate names are not allowed."));
    }
    return account.policies().size() >= Quotas.of("PoliciesPerAccount")
        ? Optional.of(Quotas.exceeded("PoliciesPerAccount"))
        : Optional.empty();
  }

  Reply list(Visit visit) {
    var prefix = visit.text("PathPrefix").orElse("/");
    var resource = "arn:aws:iam::" + visit.account().id() + ":policy" + prefix;
    var refused = Ask.of(visit, resource).shownAs("policy path " + prefix).refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var scope = visit.text("Scope").orElse("All");
    var policies = new ArrayList<ManagedPolicy>();
    if (!scope.equals("AWS")) {
      policies.addAll(visit.account().policies().values());
    }
    if (!scope.equals("Local")) {
      policies.addAll(aws.all());
    }
    policies.removeIf(policy -> !policy.path().startsWith(prefix) || !isUsedAsAsked(visit, policy));
    policies.sort(Comparator.comparing(ManagedPolicy::name));
    return Pages.reply(
        visit,
        "Policies",
        policies,
        ManagedPolicy::arn,
        policy -> Shown.listed(visit.account(), policy));
  }

  private static boolean isUsedAsAsked(Visit visit, ManagedPolicy policy) {
    var usage = visit.required("PolicyUsageFilter");
    if (usage.isEmpty() && !visit.flag("OnlyAttached")) {
      return true;
    }
    return visit.account().identities().values().stream()
        .anyMatch(identity -> isUsed(identity.permissions(), policy.arn(), usage));
  }

  /// Whether `permissions` use a policy in the way that a filter asks for; in any for none.
  static boolean isUsed(Permissions permissions, String arn, String usage) {
    var grants = permissions.managed().contains(arn);
    var bounds = permissions.boundary().equals(arn);
    return switch (usage) {
      case "PermissionsPolicy" -> grants;
      case "PermissionsBoundary" -> bounds;
      default -> grants || bounds;
    };
  }

  static Reply delete(Visit visit, ManagedPolicy policy) {
    var isUsed =
        visit.account().identities().values().stream()
            .anyMatch(identity -> isUsed(identity.permissions(), policy.arn(), ""));
    if (isUsed) {
      return Refusals.conflict("Cannot delete a policy attached to entities.");
    }
    if (policy.versions().size() > 1) {
      return Refusals.conflict(
          "This policy has more than one version. Before you delete a policy, you must delete the"
              + " policy's versions. The default version is deleted with the policy.");
    }
    visit.change(account -> account.withoutPolicy(policy.arn()));
    return Output.done();
  }

  static Reply tag(Visit visit, ManagedPolicy policy) {
    var wrong = Tags.wrong(visit);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var merged = Tags.merged(policy.about().tags(), Tags.of(visit));
    if (merged.isEmpty()) {
      return Tags.tooMany();
    }
    visit.change(account -> account.with(policy.withTags(merged.get())));
    return Output.done();
  }

  static Reply untag(Visit visit, ManagedPolicy policy) {
    var left = Tags.without(policy.about().tags(), Tags.keys(visit));
    visit.change(account -> account.with(policy.withTags(left)));
    return Output.done();
  }

  static Reply tags(Visit visit, ManagedPolicy policy) {
    return Tags.page(visit, policy.about().tags());
  }
}
