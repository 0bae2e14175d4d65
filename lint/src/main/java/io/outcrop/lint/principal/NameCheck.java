package io.outcrop.lint.principal;

import io.outcrop.aws.Arn;
import io.outcrop.iam.reference.Nearest;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.Place;
import io.outcrop.lint.subject.PrincipalView;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether each name can be a principal at all.
final class NameCheck implements Check {
  private static final List<String> TYPES = List.of("AWS", "Service", "Federated", "CanonicalUser");
  private static final Pattern UNIQUE = Pattern.compile("A(IDA|ROA|GPA|IPA)[A-Z0-9]{12,}");
  private static final Set<String> PROVIDERS =
      Set.of(
          "accounts.google.com",
          "cognito-identity.amazonaws.com",
          "www.amazon.com",
          "graph.facebook.com");
  private static final String FROM_THEN_ON = "the principal is matched from then on";
  private final ServicePrincipals services = new ServicePrincipals();

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      types(statement, findings);
      statement.principals().forEach(principal -> principal(principal, subject, findings));
    }
  }

  private static void types(StatementView statement, Findings findings) {
    for (var name : List.of("Principal", "NotPrincipal")) {
      if (statement.source().get(name).orElse(Json.ofNull()) instanceof Json.Obj types) {
        types
            .members()
            .forEach((type, member) -> {
              if (!TYPES.contains(type)) {
                var place = statement.placeOf(name).member(type, member.namePosition());
                type(type, place, types, findings);
              }
            });
        if (types.members().isEmpty()) {
          findings.add("principal-empty", statement.placeOf(name));
        }
      }
    }
  }

  private static void type(String type, Place place, Json.Obj types, Findings findings) {
    var meant = Nearest.of(type, TYPES.stream()).filter(one -> !types.members().containsKey(one));
    if (meant.isEmpty()) {
      findings.add("principal-type-unknown", place, "type", type);
    } else {
      findings
          .add("principal-type-unknown", place, "type", type, "meant", meant.get())
          .fix(
              "write `" + meant.get() + "`",
              Certainty.CERTAIN,
              "the policy can be read from then on",
              Steps.rename(place.pointer(), meant.get()));
    }
  }

  private void principal(PrincipalView principal, Subject subject, Findings findings) {
    var name = principal.name();
    if (name.value().contains("${") || findings.isMarked(name.place())) {
      return;
    }
    switch (principal.type()) {
      case "*" -> {
        if (!name.value().equals("*")) {
          findings.add("principal-not-a-map", name.place(), "value", name.value());
        }
      }
      case "AWS" -> account(name, findings);
      case "Service" -> service(name, subject, findings);
      case "Federated" -> federated(name, findings);
      default -> {}
    }
  }

  private static void account(Text name, Findings findings) {
    var value = name.value();
    if (value.equals("*") || value.matches("\\d{12}")) {
      return;
    }
    if (UNIQUE.matcher(value).matches()) {
      findings.add("principal-deleted", name.place(), "value", value);
    } else if (Patterns.hasWildcard(value)) {
      findings.add("principal-partial-wildcard", name.place(), "value", value);
    } else if (value.matches("\\d+")) {
      findings.add("principal-account-malformed", name.place(), "value", value);
    } else {
      arn(name, findings);
    }
  }

  private static void arn(Text name, Findings findings) {
    var value = name.value();
    var arn = Arn.parse(value);
    if (arn.isEmpty() || !Set.of("iam", "sts").contains(arn.get().service())) {
      findings.add("principal-malformed", name.place(), "value", value);
      return;
    }
    var found = arn.get();
    var type = found.resource().equals("root") ? "root" : found.resourceType();
    if (!found.account().matches("\\d{12}")) {
      findings.add("principal-account-malformed", name.place(), "value", value);
    } else if (type.equals("group")) {
      findings.add("principal-group", name.place(), "value", value);
    } else if (type.equals("assumed-role") && found.service().equals("iam")) {
      findings
          .add("principal-malformed", name.place(), "value", value)
          .replace(name, value.replaceFirst(":iam:", ":sts:"), Certainty.LIKELY, FROM_THEN_ON);
    } else if (type.equals("assumed-role")) {
      findings.add("principal-one-session", name.place(), "value", value);
    } else if (!Set.of("root", "user", "role", "federated-user").contains(type)) {
      findings.add("principal-malformed", name.place(), "value", value);
    }
  }

  private void service(Text name, Subject subject, Findings findings) {
    var value = name.value();
    var service = ServicePrincipals.service(value);
    if (service.isEmpty()) {
      var reported = findings.add("service-principal-malformed", name.place(), "value", value);
      if (services.exists(value, subject)) {
        reported.replace(name, value + ".amazonaws.com", Certainty.CERTAIN, FROM_THEN_ON);
      }
    } else if (!services.exists(service.get(), subject)) {
      var meant = services.nearest(service.get());
      if (meant.isEmpty()) {
        findings.add("service-principal-unknown", name.place(), "value", value);
      } else {
        var better = meant.get() + value.substring(service.get().length());
        findings
            .add("service-principal-unknown", name.place(), "value", value, "meant", better)
            .replace(name, better, Certainty.LIKELY, FROM_THEN_ON);
      }
    }
  }

  private static void federated(Text name, Findings findings) {
    var value = name.value();
    var provider =
        Arn.parse(value)
            .filter(arn -> arn.service().equals("iam") && arn.account().matches("\\d{12}"))
            .filter(arn -> Set.of("saml-provider", "oidc-provider").contains(arn.resourceType()));
    if (provider.isEmpty() && !PROVIDERS.contains(value)) {
      findings.add("federated-principal-malformed", name.place(), "value", value);
    }
  }
}
