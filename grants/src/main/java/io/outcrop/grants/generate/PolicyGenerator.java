package io.outcrop.grants.generate;

import io.outcrop.grants.Grants;
import io.outcrop.grants.LeastPolicy;
import io.outcrop.grants.LeastStatement;
import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.Limits;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.models.ModelCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes policies out of wishes. Immutable and safe for many threads.
public final class PolicyGenerator {
  private final ModelCatalogue catalogue;
  private final Limits limits;
  private final Facts facts;

  /// A generator that knows the models of `catalogue`.
  public PolicyGenerator(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
    this.limits = Limits.shipped();
    this.facts = new Facts(Features.shipped(), GuardrailProfiles.shipped());
  }

  /// What single models and guardrail profiles can do.
  record Facts(Features features, GuardrailProfiles guardrailProfiles) {}

  /// The least policy for `wish` at `at`, in documents named `name`, `name-2`, … that fit `target`.
  /// Deterministic. A wish with anything wrong in it gets no policy at all.
  public PolicyAnswer answer(PolicyWish wish, Instant at, String name, Target target) {
    var draft = new Draft();
    new Drafting(wish, new Routing(catalogue, at, draft), facts, draft).run();
    if (!draft.problems().isEmpty()) {
      return new PolicyAnswer.Refused(draft.problems());
    }
    ReachedRegions.note(draft.needs(), wish.regions()).ifPresent(draft::note);
    var documents = new ArrayList<NamedDocument>();
    var lines = new ArrayList<PolicyLine>();
    for (var statements : split(Grants.statements(draft.needs()), target)) {
      var own = documents.isEmpty() ? name : name + "-" + (documents.size() + 1);
      documents.add(new NamedDocument(own, LeastPolicy.document(statements)));
      statements.forEach(statement -> lines.addAll(Reasons.of(own, statement)));
    }
    return new PolicyAnswer.Policy(
        documents, lines, draft.needs(), Fit.of(documents, target, limits), draft.notes());
  }

  /// Inline policies count together, so that splitting them wins nothing.
  private List<List<LeastStatement>> split(List<LeastStatement> statements, Target target) {
    return switch (target) {
      case Target.Inline _ -> List.of(Grants.numbered(statements));
      case Target.Attached _, Target.Unattached _ -> new Splitting(limits.managed()).of(statements);
    };
  }
}
