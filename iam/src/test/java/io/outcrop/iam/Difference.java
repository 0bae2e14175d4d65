package io.outcrop.iam;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.decision.StatementRef;
import io.outcrop.iam.plain.Judgement;
import io.outcrop.iam.plain.PlainLayers;
import io.outcrop.iam.plain.Reference;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where engine and reference part.
///
/// @param request the question
/// @param layers the policies
/// @param engine what the engine says, in the reference's form
/// @param reference what the reference says
record Difference(
    AuthorizationRequest request, PolicyLayers layers, Judgement engine, Judgement reference) {

  /// The difference, if there is one.
  static Optional<Difference> of(AuthorizationRequest request, PolicyLayers layers) {
    var engine = judgement(Authorizer.prepare(layers).decideAsGiven(request));
    var reference = Reference.judge(request, PlainLayers.of(layers));
    return engine.equals(reference)
        ? Optional.empty()
        : Optional.of(new Difference(request, layers, engine, reference));
  }

  static Judgement judgement(Decision decision) {
    return new Judgement(
        decision.outcome(),
        decision.decidedBy().stream().map(Difference::name).collect(Collectors.toSet()),
        decision.blockedBy());
  }

  private static String name(StatementRef ref) {
    return ref.layer().id() + "/" + ref.policy().name() + "/" + ref.statement().index();
  }
}
