package io.outcrop.lint.organization;

import io.outcrop.iam.reference.Service;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.Locale;

/// Resource control policies: Deny only, everybody, and services that have them.
final class ResourceControlCheck implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      if (statement.allows() && !isFull(statement)) {
        findings.add("rcp-allow", statement.placeOf("Effect"));
      }
      statement.principals().stream()
          .filter(principal -> !principal.type().equals("*"))
          .findFirst()
          .ifPresent(_ -> findings.add("rcp-principal", statement.placeOf("Principal")));
      services(statement, subject, findings);
    }
  }

  private static void services(StatementView statement, Subject subject, Findings findings) {
    for (var text : statement.actions()) {
      var colon = text.value().indexOf(':');
      if (colon > 0) {
        subject
            .reference()
            .service(text.value().substring(0, colon).toLowerCase(Locale.ROOT))
            .filter(service -> !service.isUnderResourceControl())
            .map(Service::name)
            .ifPresent(name ->
                findings.add(
                    "rcp-service-without", text.place(), "action", text.value(), "service", name));
      }
    }
  }

  /// AWS's own RCPFullAWSAccess.
  private static boolean isFull(StatementView statement) {
    return statement.isUnconditional()
        && statement.isOnEverything()
        && statement.actions().stream().anyMatch(text -> text.value().equals("*"));
  }
}
