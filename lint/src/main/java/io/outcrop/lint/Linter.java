package io.outcrop.lint;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.lint.action.ActionChecks;
import io.outcrop.lint.bedrock.BedrockChecks;
import io.outcrop.lint.condition.ConditionChecks;
import io.outcrop.lint.element.ElementChecks;
import io.outcrop.lint.finding.FindingCatalogue;
import io.outcrop.lint.organization.OrganizationChecks;
import io.outcrop.lint.overlap.OverlapChecks;
import io.outcrop.lint.principal.PrincipalChecks;
import io.outcrop.lint.resource.ResourceChecks;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.LintOptions;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.syntax.TextReading;
import io.outcrop.lint.width.WidthChecks;
import io.outcrop.models.ModelCatalogue;
import java.util.List;

/// Finds what is wrong with a policy. Whatever the text is, the answer is a report. Immutable and
/// safe for many threads; keep one, it reads its data when that is first needed.
public final class Linter {
  private final ServiceReference reference;
  private final ModelCatalogue models;
  private final FindingCatalogue catalogue;
  private final List<Check> checks;

  /// A linter that knows these actions, models and findings.
  public Linter(ServiceReference reference, ModelCatalogue models, FindingCatalogue catalogue) {
    this.reference = reference;
    this.models = models;
    this.catalogue = catalogue;
    // what is said of a place first, keeps what follows from it from being said too
    this.checks =
        List.of(
            new ElementChecks(),
            new ActionChecks(),
            new BedrockChecks(),
            new ResourceChecks(),
            new PrincipalChecks(),
            new ConditionChecks(),
            new OrganizationChecks(),
            new WidthChecks(),
            new OverlapChecks());
  }

  /// The linter with the data that comes with this program.
  public static Linter shipped() {
    return new Linter(
        ServiceReference.shipped(), ModelCatalogue.shipped(), FindingCatalogue.shipped());
  }

  /// Every type of finding that it knows: the rules, for whoever prints them.
  public FindingCatalogue catalogue() {
    return catalogue;
  }

  /// What is wrong with `text`, used as a policy of `kind`.
  public LintReport lint(String text, PolicyKind kind, LintOptions options) {
    var reading = TextReading.of(text);
    var findings = new Findings(catalogue, kind, reading.root());
    for (var flaw : reading.flaws()) {
      findings.add(flaw.slug(), flaw.place(), "what", flaw.what());
    }
    if (reading.readable()) {
      var subject = new Subject(text, kind, options, reading.root(), reference, models);
      checks.forEach(check -> check.check(subject, findings));
    }
    return new LintReport(kind, findings.inOrder());
  }
}
