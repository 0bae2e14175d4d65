package io.outcrop.sandbox.directory.token;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;

/// AssumeRoot works where the organization has switched privileged root actions on
/// (EnableOrganizationsRootSessions). No world has: STS refuses, as AWS does until somebody has.
/// Source: AWS STS API Reference, "AssumeRoot"; IAM User Guide, "Centralize root access for member
/// accounts"; read 2026-11.
final class AssumeRoot {
  private AssumeRoot() {}

  static Reply answer(Visit visit) {
    var target = visit.required("TargetPrincipal");
    if (target.length() < 12) {
      return Refusals.constraint(
          "targetPrincipal", target, "have length greater than or equal to 12");
    }
    var arn = target.startsWith("arn:") ? target : "arn:aws:iam::" + target + ":root";
    return Faults.accessDenied(
        "sts",
        "User: %s is not authorized to perform: sts:AssumeRoot on resource: %s"
            .formatted(visit.visitor().arn(), arn));
  }
}
