package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Hop;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.examination.Evidence;
import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.Authorizer;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.iam.request.RequestContext;
import java.util.List;
import java.util.Optional;

/// What keeps a Lambda function from being its role: a trust policy that does not name Lambda.
/// Source: AWS Lambda Developer Guide, "Defining Lambda function permissions with an execution
/// role", read 2026-11.
final class HopPrediction {
  private HopPrediction() {}

  /// The refusal that lies ahead of the function of `seen`, if one was named.
  static List<Refusal> of(Observations seen) {
    return seen.path().hop() instanceof Observation.Succeeded<Hop>(var hop, var source)
        ? hop.trust().stream().findFirst().stream()
            .flatMap(_ -> refusal(hop, seen, source).stream())
            .toList()
        : List.of();
  }

  private static Optional<Refusal> refusal(Hop hop, Observations seen, String source) {
    if (!(PolicyParser.parse(hop.trust().getFirst(), PolicyKind.TRUST)
        instanceof PolicyParsing.Parsed(var document))) {
      return Optional.empty();
    }
    var account = Arn.parse(hop.role()).map(Arn::account).orElse("");
    var decision =
        Authorizer.decide(
            new AuthorizationRequest(
                new Principal.Service(Hop.SERVICE),
                "sts:AssumeRole",
                hop.role(),
                account,
                RequestContext.empty()
                    .with("aws:SourceAccount", account)
                    .with("aws:SourceArn", functionArn(hop, account, seen.asked().region().value()))
                    .with("aws:PrincipalIsAWSService", "true")
                    .with("aws:PrincipalServiceName", Hop.SERVICE)),
            PolicyLayers.ofResource(
                List.of(new NamedPolicy("trust policy", "", "role " + hop.role(), document))));
    if (!decision.isDenied()) {
      return Optional.empty();
    }
    var sentence =
        "the trust policy of `%s` does not let `%s` assume it, which function `%s` runs as"
            .formatted(hop.role(), Hop.SERVICE, hop.function());
    return Optional.of(
        Refusal.plain(
            Gate.CREDENTIALS,
            "assume-role-denied",
            sentence,
            new Evidence("predicted", sentence, source)));
  }

  private static String functionArn(Hop hop, String account, String region) {
    if (hop.function().startsWith("arn:")) {
      return hop.function();
    }
    var partition = Arn.parse(hop.role()).map(Arn::partition).orElse("aws");
    return new Arn(partition, "lambda", region, account, "function:" + hop.function()).toString();
  }
}
