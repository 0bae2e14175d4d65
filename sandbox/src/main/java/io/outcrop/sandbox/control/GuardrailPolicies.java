package io.outcrop.sandbox.control;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Guardrail;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Resource policies of guardrails; nothing else here can have one.
final class GuardrailPolicies {
  private GuardrailPolicies() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("PutResourcePolicy", on("bedrock:PutResourcePolicy", GuardrailPolicies::put));
    operations.put("GetResourcePolicy", on("bedrock:GetResourcePolicy", GuardrailPolicies::get));
    operations.put(
        "DeleteResourcePolicy", on("bedrock:DeleteResourcePolicy", GuardrailPolicies::delete));
  }

  private static Operation on(String action, BiFunction<Visit, Guardrail, Reply> answer) {
    return visit -> {
      var reference = GuardrailReference.of(visit, visit.required("resourceArn"));
      return Permitted.to(
          visit,
          new Guard.Wish(action, reference.arn(), reference.tags(visit)),
          () ->
              reference
                  .own(visit)
                  .map(guardrail -> answer.apply(visit, guardrail))
                  .orElseGet(() -> missing("resource", reference.arn())));
    };
  }

  private static Reply put(Visit visit, Guardrail guardrail) {
    var policy = parsed(visit.required("resourcePolicy"));
    if (policy.isEmpty()) {
      return Faults.invalid("The provided resource policy is invalid.");
    }
    Guardrails.change(visit, guardrail, it -> it.withPolicies(List.of(policy.get())));
    return new Reply.Output(
        Json.object().with("resourceArn", Json.of(visit.required("resourceArn"))));
  }

  private static Optional<Json.Obj> parsed(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj policy)
            && PolicyParser.parse(policy, PolicyKind.RESOURCE) instanceof PolicyParsing.Parsed
        ? Optional.of(policy)
        : Optional.empty();
  }

  private static Reply get(Visit visit, Guardrail guardrail) {
    return guardrail.policies().stream()
        .findFirst()
        .<Reply>map(policy ->
            new Reply.Output(Json.object().with("resourcePolicy", Json.of(policy.toString()))))
        .orElseGet(() -> missing("resource policy", visit.required("resourceArn")));
  }

  private static Reply delete(Visit visit, Guardrail guardrail) {
    if (guardrail.policies().isEmpty()) {
      return missing("resource policy", visit.required("resourceArn"));
    }
    Guardrails.change(visit, guardrail, it -> it.withPolicies(List.of()));
    return new Reply.Output(Json.object());
  }

  private static Reply missing(String what, String arn) {
    return Faults.said(
        404, "ResourceNotFoundException", "The " + what + " for " + arn + " was not found.");
  }
}
