package io.outcrop.access;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.evidence.Observations;
import io.outcrop.access.evidence.Permissions;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.judgement.Judge;
import io.outcrop.aws.Principal;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.iam.request.PolicyLayers;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The first judgement of a process takes 40 ms and every other one takes two, so the first is one
/// that nobody hears: of what is known while the policies are still read, once as if they allowed
/// everything and once as if there were none.
final class Rehearsal {
  private static final Json.Obj ALLOW_ALL =
      Json.object()
          .with(
              "Statement",
              Json.object()
                  .with("Effect", Json.of("Allow"))
                  .with("Action", Json.of("*"))
                  .with("Resource", Json.of("*")));

  private static final PolicyOwner SOMEBODY = new PolicyOwner(PolicyOwner.Kind.USER, "somebody");

  private Rehearsal() {}

  /// Judges `soFar`, for nothing but that `judge` has judged once, and `listener` has heard it.
  static void of(Judge judge, Observations soFar, Consumer<Examination> listener) {
    soFar
        .identity()
        .seen()
        .flatMap(identity -> Principal.parse(identity.arn()))
        .ifPresent(principal -> {
          for (var policies : List.of(allowAll(), List.<NamedPolicy>of())) {
            var permissions =
                new Permissions(
                    principal,
                    Map.of(),
                    List.of(SOMEBODY),
                    PolicyLayers.ofIdentity(policies),
                    List.of(),
                    "nobody");
            var seen = new Observation.Succeeded<>(permissions, "nothing");
            listener.accept(judge.judge(soFar.withPermissions(seen)));
          }
        });
  }

  private static List<NamedPolicy> allowAll() {
    return switch (PolicyParser.parse(ALLOW_ALL, PolicyKind.IDENTITY)) {
      case PolicyParsing.Parsed(var policy) ->
          List.of(new NamedPolicy("everything", "", SOMEBODY.toString(), policy));
      case PolicyParsing.Rejected _ -> List.of();
    };
  }
}
