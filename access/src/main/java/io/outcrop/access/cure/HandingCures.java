package io.outcrop.access.cure;

import io.outcrop.access.evidence.Handing;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.prediction.Denial;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.json.Json;
import java.util.List;

/// What lets whoever deploys hand a role on: to that service alone.
final class HandingCures {
  private HandingCures() {}

  /// None where nobody's policies can be changed from here, or where something forbids it.
  static List<Cure> of(Handing handing, Denial denial) {
    if (denial.explicit()) {
      return List.of();
    }
    var service = denial.need().value("iam:PassedToService").orElse("");
    var changes = Grant.to(handing.deployer()).of(List.of(document(handing.role(), service)));
    return changes.isEmpty()
        ? List.of()
        : List.of(
            new Cure(
                Applicability.SOMEONE_ELSE,
                "let whoever deploys hand the role to `" + service + "`",
                List.of(),
                Commands.of(changes),
                "whoever may hand a role on may have `%s` do all that the role may"
                    .formatted(service)));
  }

  private static Json.Obj document(String role, String service) {
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with(
            "Statement",
            Json.array(
                List.of(
                    Json.object()
                        .with("Sid", Json.of("HandRoleOn"))
                        .with("Effect", Json.of("Allow"))
                        .with("Action", Json.of("iam:PassRole"))
                        .with("Resource", Json.of(role))
                        .with(
                            "Condition",
                            Json.object()
                                .with(
                                    "StringEquals",
                                    Json.object()
                                        .with("iam:PassedToService", Json.of(service)))))));
  }
}
