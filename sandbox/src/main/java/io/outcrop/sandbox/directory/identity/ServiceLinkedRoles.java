package io.outcrop.sandbox.directory.identity;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.directory.document.TrustedPrincipals;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Permissions;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Roles that services own. Which service has which is data.
final class ServiceLinkedRoles {
  private final Issuer issuer;

  ServiceLinkedRoles(Issuer issuer) {
    this.issuer = issuer;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateServiceLinkedRole", this::create);
    operations.put("DeleteServiceLinkedRole", Subject.role(ServiceLinkedRoles::delete));
    operations.put("GetServiceLinkedRoleDeletionStatus", ServiceLinkedRoles::status);
  }

  private Reply create(Visit visit) {
    var service = visit.required("AWSServiceName");
    var suffix = visit.text("CustomSuffix").map(text -> "_" + text).orElse("");
    var known = ServiceRoleTable.of(service);
    var name = known.map(ServiceRoleTable.Entry::role).orElse("*") + suffix;
    var label =
        new Identity.Label(
            name, "/aws-service-role/" + service + "/", issuer.uniqueId("AROA"), visit.now());
    return Ask.of(visit, visit.account().arn("role", label))
        .with("iam:AWSServiceName", service)
        .refused()
        .or(() -> unusable(visit, service, suffix, known))
        .or(() ->
            visit.account().isTaken(new Identity.Key(Identity.Kind.ROLE, name))
                ? Optional.of(
                    Refusals.invalidInput(
                        "Service role name "
                            + name
                            + " has been taken in this account, please try a different suffix."))
                : Optional.empty())
        .<Reply>map(refused -> refused)
        .orElseGet(() -> create(visit, label, service, known.orElseThrow()));
  }

  private static Optional<Reply.Fault> unusable(
      Visit visit, String service, String suffix, Optional<ServiceRoleTable.Entry> known) {
    if (known.isEmpty()) {
      return Optional.of(
          Refusals.invalidInput("Service Name " + service + " is not valid in this sandbox"));
    }
    return suffix.isEmpty() || known.get().takesSuffix()
        ? Optional.empty()
        : Optional.of(
            Refusals.invalidInput(
                "Custom suffix is not allowed for " + visit.required("AWSServiceName")));
  }

  private static Reply create(
      Visit visit, Identity.Label label, String service, ServiceRoleTable.Entry entry) {
    var trust =
        Output.of(
            "Version",
            "2012-10-17",
            "Statement",
            Json.array(
                List.of(
                    Output.of(
                        "Action", Json.ofTexts(List.of("sts:AssumeRole")),
                        "Effect", "Allow",
                        "Principal", Output.of("Service", Json.ofTexts(List.of(service)))))));
    var role =
        new Identity.Role(
            label,
            Permissions.none().attach(entry.policy()),
            trust,
            Map.of(),
            Map.of(),
            new Identity.Role.Settings(visit.text("Description").orElse(""), Duration.ofHours(1)));
    visit.change(account -> account.with(role));
    return Output.reply("Role", Shown.created(visit.account(), role));
  }

  private static Reply delete(Visit visit, Identity.Role role) {
    if (!role.isServiceLinked()) {
      return Refusals.missing(role.key());
    }
    var task = "task" + role.label().path() + role.label().name() + "/" + UUID.randomUUID();
    var realm =
        visit
            .realm()
            .with(
                visit.account().id(),
                account -> account.with(account.directory().withDeletion(task)));
    var without = realm.with(visit.account().id(), account -> account.without(role.key()));
    visit.world().commit(TrustedPrincipals.forget(without, visit.account(), role));
    return Output.reply("DeletionTaskId", task);
  }

  private static Reply status(Visit visit) {
    var task = visit.required("DeletionTaskId");
    var name = task.replaceFirst("^task", "").replaceFirst("/[^/]*$", "");
    var refused = Ask.of(visit, "arn:aws:iam::" + visit.account().id() + ":role" + name).refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    return visit.account().directory().deletions().contains(task)
        ? Output.reply("Status", "SUCCEEDED")
        : Refusals.noSuchEntity("The deletion task with id " + task + " cannot be found.");
  }
}
