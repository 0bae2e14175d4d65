package io.outcrop.sandbox.directory.identity;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.document.DocumentReading;
import io.outcrop.sandbox.directory.document.PolicyDocuments;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;

/// Inline policies of users, groups and roles.
final class InlinePolicies {
  private static final int LONGEST_NAME = 128;

  private InlinePolicies() {}

  static void addTo(Map<String, Operation> operations) {
    for (var kind : Identity.Kind.values()) {
      var title = Subject.title(kind);
      operations.put("Put" + title + "Policy", Subject.of(kind, InlinePolicies::put));
      operations.put("Get" + title + "Policy", Subject.of(kind, InlinePolicies::get));
      operations.put("Delete" + title + "Policy", Subject.of(kind, InlinePolicies::delete));
      operations.put("List" + title + "Policies", Subject.of(kind, InlinePolicies::list));
    }
  }

  private static Reply put(Visit visit, Identity owner) {
    var name = visit.required("PolicyName");
    var refused =
        Roles.isProtected(owner)
            .or(() -> Names.name("policyName", name, LONGEST_NAME))
            .or(() -> Names.printable("policyDocument", visit.required("PolicyDocument")));
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (PolicyDocuments.identity(visit.required("PolicyDocument"))) {
      case DocumentReading.Refused(String sentence) -> Refusals.malformed(sentence);
      case DocumentReading.Accepted(Json.Obj document) -> put(visit, owner, name, document);
    };
  }

  private static Reply put(Visit visit, Identity owner, String name, Json.Obj document) {
    var kind = owner.key().kind();
    var text = visit.required("PolicyDocument");
    var changed = owner.permissions().withInline(name, document, text);
    var size = changed.inline().values().stream().mapToInt(PolicyDocuments::size).sum();
    var limit = Quotas.of(Subject.title(kind) + "PolicySize");
    if (size > limit) {
      return Refusals.limit(
          "Maximum policy size of %d bytes exceeded for %s %s"
              .formatted(limit, kind.word(), owner.key().name()));
    }
    visit.change(account -> account.with(owner.with(changed)));
    return Output.done();
  }

  private static Reply get(Visit visit, Identity owner) {
    var name = visit.required("PolicyName");
    return !owner.permissions().inline().containsKey(name)
        ? missing(owner, name)
        : Output.reply(
            Subject.title(owner.key().kind()) + "Name",
            owner.key().name(),
            "PolicyName",
            name,
            "PolicyDocument",
            Json.of(owner.permissions().text(name)));
  }

  private static Reply delete(Visit visit, Identity owner) {
    var name = visit.required("PolicyName");
    var refused = Roles.isProtected(owner);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!owner.permissions().inline().containsKey(name)) {
      return missing(owner, name);
    }
    visit.change(account -> account.with(owner.with(owner.permissions().withoutInline(name))));
    return Output.done();
  }

  private static Reply list(Visit visit, Identity owner) {
    var names = owner.permissions().inline().keySet().stream().sorted().toList();
    return Pages.reply(visit, "PolicyNames", names, name -> name, Json::of);
  }

  private static Reply missing(Identity owner, String name) {
    return Refusals.noSuchEntity(
        "The %s policy with name %s cannot be found.".formatted(owner.key().kind().word(), name));
  }
}
