package io.outcrop.sandbox.directory.identity;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Permissions boundaries of users and roles.
final class Boundaries {
  private final AwsManagedPolicies aws;

  Boundaries(AwsManagedPolicies aws) {
    this.aws = aws;
  }

  void addTo(Map<String, Operation> operations) {
    for (var kind : List.of(Identity.Kind.USER, Identity.Kind.ROLE)) {
      var title = Subject.title(kind);
      operations.put("Put" + title + "PermissionsBoundary", Subject.of(kind, this::put));
      operations.put(
          "Delete" + title + "PermissionsBoundary", Subject.of(kind, Boundaries::delete));
    }
  }

  private Reply put(Visit visit, Identity identity) {
    var arn = visit.required("PermissionsBoundary");
    return Roles.isProtected(identity)
        .or(() -> missing(visit, arn))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          var changed = identity.with(identity.permissions().withBoundary(arn));
          visit.change(account -> account.with(changed));
          return Output.done();
        });
  }

  private static Reply delete(Visit visit, Identity identity) {
    var refused = Roles.isProtected(identity);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (identity.permissions().boundary().isEmpty()) {
      return Refusals.noSuchEntity(
          "The %s with name %s does not have a permissions boundary."
              .formatted(identity.key().kind().word(), identity.key().name()));
    }
    visit.change(account -> account.with(identity.with(identity.permissions().withBoundary(""))));
    return Output.done();
  }

  /// IAM's refusal of a boundary that is no policy; an empty one is none.
  Optional<Reply.Fault> missing(Visit visit, String arn) {
    if (arn.isEmpty() || visit.account().policies().containsKey(arn) || aws.find(arn).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        PolicyArns.malformed(arn)
            .orElseGet(() ->
                Refusals.noSuchEntity(
                    "Scope ARN: " + arn + " does not exist or is not attachable.")));
  }
}
