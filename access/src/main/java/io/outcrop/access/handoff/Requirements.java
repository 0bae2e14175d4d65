package io.outcrop.access.handoff;

import io.outcrop.access.evidence.Observation;
import io.outcrop.access.handoff.Handoff.Requirement;
import io.outcrop.access.handoff.Handoff.Requirement.State;
import io.outcrop.cloud.call.Bedrock.Availability;
import java.util.ArrayList;
import java.util.List;

/// What a call needs besides IAM: the account's agreement for the model, the form, the region, and
/// the organization's consent where policies of it could not be read.
final class Requirements {
  private final Material material;

  Requirements(Material material) {
    this.material = material;
  }

  List<Requirement> all() {
    var result = new ArrayList<Requirement>();
    switch (material.seen().asked().scope().call()) {
      case INVOKE, CONVERSE, MESSAGES, COUNT_TOKENS -> {
        result.add(agreement());
        result.add(form());
      }
      // no form for Mantle: Amazon Bedrock User Guide, "Access Amazon Bedrock foundation models"
      case MANTLE -> result.add(agreement());
      case GET_INFERENCE_PROFILE, LIST_MODELS -> {}
    }
    organization(result);
    return result;
  }

  private Requirement agreement() {
    var name = "model access: the account's agreement for the model";
    return switch (material.seen().account().availability()) {
      case Observation.Succeeded<Availability>(var standing, var source) ->
          standing.agreement().equals("AVAILABLE")
              ? new Requirement(
                  name,
                  State.MET,
                  "agreement AVAILABLE, entitlement %s (%s)"
                      .formatted(standing.entitlement(), source))
              : new Requirement(
                  name,
                  State.MISSING,
                  ("agreement %s (%s): the first call by somebody who may use"
                          + " `aws-marketplace:Subscribe` makes it, or an administrator accepts it")
                      .formatted(standing.agreement(), source));
      case Observation<Availability> other -> new Requirement(name, State.UNKNOWN, other.words());
    };
  }

  private Requirement form() {
    var name = "Anthropic's use-case form, once for the account";
    return switch (material.seen().account().form()) {
      case Observation.Succeeded<Boolean>(var filed, var source) ->
          filed
              ? new Requirement(name, State.MET, "filed (" + source + ")")
              : new Requirement(
                  name,
                  State.MISSING,
                  "not filed: somebody who may speak for the company files it");
      case Observation<Boolean> other -> new Requirement(name, State.UNKNOWN, other.words());
    };
  }

  private void organization(List<Requirement> result) {
    var name = "policies that could not be read do not forbid it";
    material
        .prediction()
        .filter(one -> !one.unknown().isEmpty())
        .ifPresent(one ->
            result.add(new Requirement(name, State.UNKNOWN, String.join("; ", one.unknown()))));
  }
}
