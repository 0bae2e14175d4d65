package io.outcrop.lint.principal;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.PrincipalView;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import java.util.Set;

/// Whether a statement names more principals than anybody can mean.
final class ReachCheck implements Check {
  /// Keys that narrow everybody to somebody.
  private static final Set<String> NARROWING =
      Set.of(
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:sourcevpce",
          "aws:sourcevpc",
          "aws:sourceip",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceorgid",
          "aws:sourceowner",
          "aws:vpceorgid",
          "aws:vpceaccount",
          "aws:userid",
          "kms:calleraccount",
          "kms:viaservice",
          "s3:dataaccesspointaccount");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      everyone(statement, subject, findings);
      negated(statement, findings);
      deputy(statement, subject, findings);
    }
  }

  private static void everyone(StatementView statement, Subject subject, Findings findings) {
    if (!statement.allows()) {
      return;
    }
    var narrowed =
        statement.conditions().stream()
            .anyMatch(
                one -> !one.isNegated() && !one.isIfExists() && NARROWING.contains(one.plainKey()));
    var slug = subject.kind() == PolicyKind.TRUST ? "trust-everyone" : "principal-everyone";
    for (var principal : statement.principals()) {
      if (principal.isEveryone() && !principal.negated() && !narrowed) {
        findings.add(slug, principal.name().place());
      }
    }
  }

  private static void negated(StatementView statement, Findings findings) {
    var names = statement.principals().stream().filter(PrincipalView::negated).toList();
    if (names.isEmpty()) {
      return;
    }
    var place = statement.placeOf("NotPrincipal");
    if (statement.allows()) {
      findings.add("allow-not-principal", place);
      return;
    }
    var roles = names.stream().filter(name -> name.name().value().contains(":role/")).toList();
    for (var role : roles) {
      var parts = role.name().value().split(":", 6);
      var account = parts.length > 4 ? parts[4] : "";
      var hasAccount =
          names.stream()
              .anyMatch(name ->
                  name.name().value().equals(account)
                      || name.name().value().endsWith("::" + account + ":root"));
      var hasSession =
          names.stream().anyMatch(name -> name.name().value().contains(":assumed-role/"));
      if (!hasAccount || !hasSession) {
        findings.add(
            "deny-not-principal-incomplete",
            role.name().place(),
            "value",
            role.name().value(),
            "missing",
            hasAccount ? "session" : hasSession ? "account" : "account and session");
      }
    }
  }

  private static void deputy(StatementView statement, Subject subject, Findings findings) {
    var guarded =
        statement.hasConditionOn(
            "aws:SourceAccount",
            "aws:SourceArn",
            "aws:SourceOrgID",
            "aws:SourceOrgPaths",
            "aws:SourceOwner",
            "kms:CallerAccount",
            "kms:ViaService",
            "sts:ExternalId");
    if (!statement.allows() || guarded) {
      return;
    }
    for (var principal : statement.principals()) {
      var service = ServicePrincipals.service(principal.name().value()).orElse("");
      if (principal.type().equals("Service")
          && !principal.negated()
          && !service.isEmpty()
          && !isOwnMachine(service)) {
        var slug =
            subject.kind() == PolicyKind.TRUST
                ? "trust-service-without-source"
                : "service-without-source";
        findings.add(slug, principal.name().place(), "value", principal.name().value());
      }
    }
  }

  /// Services that take a role only for what runs in the same account, and bring no source.
  private static boolean isOwnMachine(String service) {
    return Set.of(
            "ec2",
            "lambda",
            "edgelambda",
            "eks",
            "pods.eks",
            "eks-fargate-pods",
            "cloudformation",
            "autoscaling",
            "elasticbeanstalk",
            "rds",
            "monitoring.rds",
            "opsworks",
            "spotfleet",
            "vmie",
            "batch",
            "codedeploy",
            "rolesanywhere",
            "appsync",
            "cloudfront",
            "logdelivery")
        .contains(service);
  }
}
