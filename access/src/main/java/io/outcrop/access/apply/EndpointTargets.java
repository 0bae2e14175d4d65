package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.access.evidence.Observation;
import io.outcrop.access.meaning.PolicyMeaning;
import io.outcrop.access.meaning.ThreeWay;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.VpcEndpoints;
import io.outcrop.cloud.call.VpcEndpoints.Endpoint;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Policies of VPC endpoints. What a look sees is the document; nothing where AWS shows none.
final class EndpointTargets {
  private final VpcEndpoints endpoints;

  EndpointTargets(VpcEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /// Why AWS would refuse to change the policy; nothing if it would not, or does not say. EC2 adds
  /// an encoded message, which is of no use to a reader.
  Optional<String> refusal(Change.ReplaceEndpointPolicy replace) {
    var asked = endpoints.maySetPolicy(replace.endpointId(), replace.after());
    return Observation.of("ec2:ModifyVpcEndpoint", asked)
            instanceof Observation.NotPermitted<Boolean>(var _, var error)
        ? Optional.of(error.message().replaceFirst("\\. Encoded authorization.*", ""))
        : Optional.empty();
  }

  Target<List<Json.Obj>> forward(Change.ReplaceEndpointPolicy replace) {
    return target(
        replace.endpointId(),
        now -> {
          if (PolicyMeaning.same(now, List.of(replace.after()))) {
            return new Standing.Reached();
          }
          return PolicyMeaning.same(now, List.of(replace.before()))
              ? new Standing.AsPlanned()
              : new Standing.Different("it says something else");
        },
        _ -> endpoints.setPolicy(replace.endpointId(), replace.after()));
  }

  /// Takes back that it was brought from `before` to `after`.
  Target<List<Json.Obj>> backward(Change.ReplaceEndpointPolicy replace) {
    var merge = new ThreeWay(List.of(replace.before()), List.of(replace.after()));
    return target(
        replace.endpointId(),
        now -> standing(merge.from(now)),
        now ->
            merge.from(now) instanceof ThreeWay.Outcome.Write(var document, var _)
                ? endpoints.setPolicy(replace.endpointId(), document.getFirst())
                : new Answer.Succeeded<>(true, ""));
  }

  /// An endpoint always has a policy, and one without statements lets nothing pass.
  private static Standing standing(ThreeWay.Outcome outcome) {
    return outcome instanceof ThreeWay.Outcome.Write(var document, var _) && document.isEmpty()
        ? new Standing.Different("somebody else has taken out all that stood there before")
        : InlineTargets.standing(outcome);
  }

  private Target<List<Json.Obj>> target(
      String id,
      Function<List<Json.Obj>, Standing> standing,
      Function<List<Json.Obj>, Answer<?>> send) {
    return new Target<>(
        "the policy of VPC endpoint `" + id + "`",
        () -> endpoints.withId(id).map(EndpointTargets::policy),
        EndpointTargets::facts,
        standing,
        send);
  }

  private static List<Json.Obj> policy(List<Endpoint> found) {
    return found.stream().flatMap(one -> one.policy().stream()).toList();
  }

  private static Map<String, String> facts(List<Json.Obj> now) {
    return Map.of("document", now.isEmpty() ? "not there" : PolicyMeaning.digest(now.getFirst()));
  }
}
