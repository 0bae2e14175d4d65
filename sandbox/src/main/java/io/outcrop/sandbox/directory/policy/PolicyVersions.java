package io.outcrop.sandbox.directory.policy;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Optional;

/// Versions of managed policies.
final class PolicyVersions {
  private PolicyVersions() {}

  static Reply get(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    return policy
        .version(id)
        .map(version -> Output.reply("PolicyVersion", Shown.version(policy, version, true)))
        .orElseGet(() -> missing(policy, id));
  }

  static Reply list(Visit visit, ManagedPolicy policy) {
    return Pages.reply(
        visit,
        "Versions",
        policy.versions().reversed(),
        ManagedPolicy.Version::id,
        version -> Shown.version(policy, version, false));
  }

  static Reply create(Visit visit, ManagedPolicy policy) {
    var text = visit.required("PolicyDocument");
    var refused = Names.printable("policyDocument", text);
    return refused.isPresent() ? refused.get() : create(visit, policy, text);
  }

  private static Reply create(Visit visit, ManagedPolicy policy, String text) {
    return switch (PolicyDocuments.managed(text)) {
      case DocumentReading.Refused(String sentence) -> Refusals.malformed(sentence);
      case DocumentReading.Accepted(Json.Obj document) when ManagedPolicies.isTooLarge(document) ->
          Quotas.exceeded("PolicySize");
      case DocumentReading.Accepted _
          when policy.versions().size() >= Quotas.of("VersionsPerPolicy") ->
          Refusals.limit(
              "A managed policy can have up to "
                  + Quotas.of("VersionsPerPolicy")
                  + " versions. Before you create a new version, you must delete an existing"
                  + " version.");
      case DocumentReading.Accepted(Json.Obj document) -> {
        var changed = policy.withVersion(document, text, visit.now(), visit.flag("SetAsDefault"));
        visit.change(account -> account.with(changed));
        yield Output.reply(
            "PolicyVersion", Shown.version(changed, changed.versions().getLast(), false));
      }
    };
  }

  static Reply setDefault(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    var refused = malformed(id);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (policy.version(id).isEmpty()) {
      return missing(policy, id);
    }
    visit.change(account -> account.with(policy.withDefault(id)));
    return Output.done();
  }

  static Reply delete(Visit visit, ManagedPolicy policy) {
    var id = visit.required("VersionId");
    var refused = malformed(id);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (policy.version(id).isEmpty()) {
      return missing(policy, id);
    }
    if (id.equals(policy.defaultVersion())) {
      return Refusals.conflict("Cannot delete the default version of a policy.");
    }
    visit.change(account -> account.with(policy.withoutVersion(id)));
    return Output.done();
  }

  private static Optional<Reply.Fault> malformed(String id) {
    return id.matches("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?")
        ? Optional.empty()
        : Optional.of(
            Refusals.constraint(
                "versionId",
                id,
                "satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"));
  }

  private static Reply missing(ManagedPolicy policy, String version) {
    return Refusals.noSuchEntity(
        "Policy %s version %s does not exist or is not attachable."
            .formatted(policy.arn(), version));
  }
}
