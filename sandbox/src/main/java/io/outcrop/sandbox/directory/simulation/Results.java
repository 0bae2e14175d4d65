package io.outcrop.sandbox.directory.simulation;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.LayerName;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.json.Json;
import io.outcrop.sandbox.directory.desk.Output;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Decisions in the form of AWS's simulator.
final class Results {
  private Results() {}

  /// The result for one action on one resource.
  ///
  /// @param perResource whether resources were given: then the result stands under the resource too
  static Json shown(Scenario scenario, String action, String resource, boolean perResource) {
    var decision = scenario.decide(action, resource);
    var statements = statements(scenario, decision);
    var missing = Json.ofTexts(new TreeSet<>(decision.missingKeys()));
    var boundary =
        scenario
            .passesBoundary(action, resource)
            .<Json>map(passes -> Output.of("AllowedByPermissionsBoundary", passes));
    var organization =
        scenario
            .passesOrganization(action, resource)
            .<Json>map(passes -> Output.of("AllowedByOrganizations", passes));
    return Output.of(
        "EvalActionName", action,
        "EvalResourceName", resource,
        "EvalDecision", word(decision),
        "MatchedStatements", statements,
        "MissingContextValues", perResource ? Json.array(List.of()) : missing,
        "OrganizationsDecisionDetail", organization,
        "PermissionsBoundaryDecisionDetail", boundary,
        "EvalDecisionDetails", perResource ? Json.object() : null,
        "ResourceSpecificResults",
            perResource
                ? Json.array(
                    List.of(
                        Output.of(
                            "EvalResourceName", resource,
                            "EvalResourceDecision", word(decision),
                            "MatchedStatements", statements,
                            "MissingContextValues", missing,
                            "EvalDecisionDetails", Json.object(),
                            "PermissionsBoundaryDecisionDetail", boundary)))
                : null);
  }

  private static String word(Decision decision) {
    return switch (decision.outcome()) {
      case ALLOWED -> "allowed";
      case EXPLICITLY_DENIED -> "explicitDeny";
      case IMPLICITLY_DENIED, DEPENDS_ON_UNKNOWN -> "implicitDeny";
    };
  }

  /// The statements that decided. What an organization says is not shown.
  private static Json statements(Scenario scenario, Decision decision) {
    return Json.array(
        decision.decidedBy().stream()
            .flatMap(ref -> source(scenario, ref).map(policy -> statement(policy, ref)).stream())
            .toList());
  }

  private static Optional<SourcePolicy> source(Scenario scenario, StatementRef ref) {
    var all =
        switch (ref.layer()) {
          case IDENTITY -> scenario.identity().stream();
          case BOUNDARY -> scenario.boundary().stream();
          case RESOURCE -> scenario.resource().stream();
          case SCP, RCP, ENDPOINT, SESSION -> Stream.<SourcePolicy>empty();
        };
    return all.filter(policy -> policy.document().equals(ref.policy().document()))
        .filter(policy -> policy.id().equals(ref.policy().name()))
        .findFirst();
  }

  private static Json statement(SourcePolicy policy, StatementRef ref) {
    var place = TextPlace.of(policy.text(), ref.statement().position());
    return Output.of(
        "SourcePolicyId", policy.id(),
        "SourcePolicyType", ref.layer() == LayerName.RESOURCE ? "Resource Policy" : "IAM Policy",
        "StartPosition", place.startIn(policy.text()),
        "EndPosition", place.endIn(policy.text()));
  }
}
