package io.outcrop.lint.principal;

import io.outcrop.aws.Arn;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.PrincipalView;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who may assume a role, and by which action.
final class TrustCheck implements Check {
  private static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String ROLE = "sts:AssumeRole";
  private static final String WEB = "sts:AssumeRoleWithWebIdentity";
  private static final String SAML = "sts:AssumeRoleWithSAML";
  private static final Set<String> BESIDE =
      Set.of("sts:tagsession", "sts:setsourceidentity", "sts:setcontext", "sts:assumeroot");

  @Override
  public void check(Subject subject, Findings findings) {
    if (subject.kind() != PolicyKind.TRUST) {
      return;
    }
    for (var statement : subject.statements()) {
      statement.actions().forEach(action -> action(action, findings));
      if (statement.allows()) {
        statement
            .principals()
            .forEach(principal -> principal(principal, statement, subject, findings));
      }
    }
  }

  private static void action(Text action, Findings findings) {
    var value = action.value();
    var trusting =
        List.of(ROLE, WEB, SAML).stream().anyMatch(one -> Patterns.matchesIgnoringCase(value, one));
    if (!trusting
        && !BESIDE.contains(value.toLowerCase(Locale.ROOT))
        && !findings.isMarked(action.place())) {
      findings.add("trust-other-action", action.place(), "action", value);
    }
  }

  private static void principal(
      PrincipalView principal, StatementView statement, Subject subject, Findings findings) {
    var name = principal.name();
    if (principal.type().equals("Federated")) {
      var saml = name.value().contains(":saml-provider/");
      way(statement, saml ? SAML : WEB, name, findings);
      if (!saml) {
        provider(name.value(), statement, findings);
      }
    } else if (principal.type().equals("AWS")) {
      account(name, statement, subject, findings);
    }
  }

  /// A federated principal cannot assume a role by `sts:AssumeRole`.
  private static void way(StatementView statement, String way, Text name, Findings findings) {
    var fits =
        statement.actions().stream()
            .anyMatch(text -> Patterns.matchesIgnoringCase(text.value(), way));
    if (fits) {
      return;
    }
    for (var text : statement.actions()) {
      if (text.value().regionMatches(true, 0, ROLE, 0, ROLE.length())) {
        findings
            .add(
                "trust-federated-by-other-action",
                text.place(),
                "action",
                text.value(),
                "principal",
                name.value(),
                "meant",
                way)
            .replace(
                text,
                way,
                Certainty.CERTAIN,
                "the provider's users can assume the role from then on");
        return;
      }
    }
  }

  private static void provider(String name, StatementView statement, Findings findings) {
    var host = Arn.parse(name).map(Arn::resourceId).orElse(name);
    var subjects = statement.on(host + ":sub").filter(one -> !one.isNegated()).toList();
    var place = statement.placeOf("Principal");
    if (host.equals(GITHUB)) {
      var open =
          subjects.stream()
              .flatMap(one -> one.values().stream())
              .anyMatch(TrustCheck::isAnyRepository);
      if (subjects.isEmpty() || open) {
        findings.add(
            "trust-github-any-repository",
            subjects.isEmpty() ? place : subjects.getFirst().place());
      }
      return;
    }
    var narrowed =
        statement.conditions().stream()
            .filter(one -> !one.isNegated() && !one.isIfExists())
            .map(ConditionView::plainKey)
            .anyMatch(key -> key.startsWith(host.toLowerCase(Locale.ROOT) + ":"));
    if (!narrowed) {
      findings.add("trust-web-identity-open", place, "provider", host);
    }
  }

  private static boolean isAnyRepository(Text text) {
    return text.value().startsWith("*")
        || text.value().matches("repo:\\*.*")
        || text.value().equals("repo:");
  }

  private static void account(
      Text name, StatementView statement, Subject subject, Findings findings) {
    var own = subject.options().account();
    var account = Arn.parse(name.value()).map(Arn::account).orElse(name.value());
    if (!own.isEmpty()
        && account.matches("\\d{12}")
        && !account.equals(own)
        && !statement.hasConditionOn(
            "sts:ExternalId", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths")) {
      findings.add("trust-other-account", name.place(), "account", account);
    }
  }
}
