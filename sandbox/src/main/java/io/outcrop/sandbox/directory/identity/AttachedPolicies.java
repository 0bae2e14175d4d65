package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Shown;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ManagedPolicy;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// Managed policies attached to users, groups and roles.
final class AttachedPolicies {
  private final AwsManagedPolicies aws;

  AttachedPolicies(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  void addTo(Map<String, Operation> operations) {
    for (var kind : Identity.Kind.values()) {
      var title = Subject.title(kind);
      operations.put("Attach" + title + "Policy", Subject.of(kind, this::attach));
      operations.put("Detach" + title + "Policy", Subject.of(kind, AttachedPolicies::detach));
      operations.put("ListAttached" + title + "Policies", Subject.of(kind, this::list));
    }
  }

  private Optional<ManagedPolicy> find(Visit visit, String arn) {
    return Optional.ofNullable(visit.account().policies().get(arn)).or(() -> aws.find(arn));
  }

  private Reply attach(Visit visit, Identity owner) {
    var arn = visit.required("PolicyArn");
    var quota = "PoliciesPer" + Subject.title(owner.key().kind());
    var changed = owner.permissions().attach(arn);
    return Roles.isProtected(owner)
        .or(() -> PolicyArns.malformed(arn))
        .or(() -> unattachable(visit, arn))
        .or(() ->
            changed.managed().size()
                    > Math.max(Quotas.of(quota), owner.permissions().managed().size())
                ? Optional.of(Quotas.exceeded(quota))
                : Optional.empty())
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          visit.change(account -> account.with(owner.with(changed)));
          return Output.done();
        });
  }

  private Optional<Reply.Fault> unattachable(Visit visit, String arn) {
    if (find(visit, arn).isEmpty()) {
      return Optional.of(Refusals.notAttachable(arn));
    }
    return arn.startsWith("arn:aws:iam::aws:policy/aws-service-role/")
        ? Optional.of(
            Faults.said(
                400,
                "PolicyNotAttachable",
                "Cannot attach a Service Role Policy to a Customer Role."))
        : Optional.empty();
  }

  private static Reply detach(Visit visit, Identity owner) {
    var arn = visit.required("PolicyArn");
    var refused = Roles.isProtected(owner).or(() -> PolicyArns.malformed(arn));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!owner.permissions().managed().contains(arn)) {
      return Refusals.missingPolicy(arn);
    }
    visit.change(account -> account.with(owner.with(owner.permissions().detach(arn))));
    return Output.done();
  }

  private Reply list(Visit visit, Identity owner) {
    var prefix = visit.text("PathPrefix").orElse("/");
    var attached =
        owner.permissions().managed().stream()
            .filter(arn -> find(visit, arn).map(ManagedPolicy::path).orElse("/").startsWith(prefix))
            .toList();
    return Pages.reply(visit, "AttachedPolicies", attached, arn -> arn, Shown::attached);
  }
}
