package io.outcrop.sandbox.runtime;

import io.outcrop.grants.Grants;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.control.ResourceTags;
import io.outcrop.sandbox.conversation.Ask;
import io.outcrop.sandbox.conversation.Fields;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.rules.Refusal;
import io.outcrop.sandbox.rules.Sentence;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;

/// ApplyGuardrail. Source: Amazon Bedrock API Reference, "ApplyGuardrail".
final class ApplyGuardrail implements Operation {
  @Override
  public Reply answer(Visit visit) {
    var name =
        new GuardrailName(
            visit.required("guardrailIdentifier"), visit.required("guardrailVersion"), true);
    var arn = Grants.withoutVersion(name.arn(visit));
    var wish = new Guard.Wish("bedrock:ApplyGuardrail", arn, ResourceTags.context(visit, arn));
    return visit
        .denied(wish)
        .<Reply>map(denial -> denial)
        .orElseGet(() ->
            AccountSettings.guardrail(visit, name.identifier(), name.version())
                .map(found -> applied(visit, new Guardrail(name.identifier(), found)))
                .orElseGet(ApplyGuardrail::unknown));
  }

  private static Reply unknown() {
    return Faults.said(
        404, "ResourceNotFoundException", Refusal.of(Sentence.GUARDRAIL_UNKNOWN).text());
  }

  private static Reply applied(Visit visit, Guardrail guardrail) {
    var text = new StringBuilder();
    for (var block : Ask.objects(visit.call().input().list("content"))) {
      text.append(block.object("text").flatMap(it -> it.text("text")).orElse("")).append('\n');
    }
    var found = guardrail.found(text.toString());
    var isInput = visit.required("source").equals("INPUT");
    var outputs =
        found.isEmpty()
            ? List.<Json.Obj>of()
            : List.of(Fields.of("text", guardrail.instead(isInput)).json());
    return new Reply.Output(
        Fields.none()
            .with("usage", guardrail.usage(text.toString()))
            .with("action", found.isEmpty() ? "NONE" : "GUARDRAIL_INTERVENED")
            .with("outputs", Json.array(outputs))
            .with("assessments", Json.array(List.of(guardrail.assessment(found))))
            .json());
  }
}
