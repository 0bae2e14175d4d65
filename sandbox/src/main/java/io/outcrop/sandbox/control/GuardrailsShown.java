package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Guardrail;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Guardrails, to read.
final class GuardrailsShown {
  private static final String DRAFT = "DRAFT";

  private GuardrailsShown() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("GetGuardrail", Guardrails.on("bedrock:GetGuardrail", GuardrailsShown::get));
    operations.put("ListGuardrails", GuardrailsShown::list);
  }

  private static Reply get(Visit visit, Guardrail guardrail) {
    var version = visit.text("guardrailVersion").orElse(DRAFT);
    return guardrail
        .version(version)
        .<Reply>map(content -> {
          var shown =
              content
                  .settings()
                  .with("guardrailId", Json.of(guardrail.id()))
                  .with("guardrailArn", Json.of(arn(visit, guardrail)))
                  .with("version", Json.of(version))
                  .with("status", Json.of("READY"))
                  .with("createdAt", Json.of(guardrail.created().toString()))
                  .with("updatedAt", Json.of(content.updated().toString()));
          return new Reply.Output(shown);
        })
        .orElseGet(Guardrails::missing);
  }

  private static Reply list(Visit visit) {
    var wanted = visit.text("guardrailIdentifier");
    var reference = wanted.map(identifier -> GuardrailReference.of(visit, identifier));
    var wish =
        Guard.Wish.of("bedrock:ListGuardrails", reference.map(GuardrailReference::arn).orElse("*"));
    return Permitted.to(
        visit,
        wish,
        () -> {
          if (reference.isEmpty()) {
            return page(visit, drafts(visit));
          }
          return reference
              .get()
              .own(visit)
              .map(guardrail -> page(visit, versions(visit, guardrail)))
              .orElseGet(Guardrails::missing);
        });
  }

  private static Reply page(Visit visit, List<Json.Obj> summaries) {
    return Pages.reply(
        visit,
        "guardrails",
        summaries,
        summary -> summary.text("id").orElse("") + ":" + summary.text("version").orElse(""),
        summary -> summary);
  }

  private static List<Json.Obj> drafts(Visit visit) {
    return visit.account().standing().in(visit.region()).guardrails().values().stream()
        .map(guardrail -> summary(visit, guardrail, DRAFT, guardrail.draft()))
        .toList();
  }

  private static List<Json.Obj> versions(Visit visit, Guardrail guardrail) {
    var versions = new ArrayList<Json.Obj>();
    versions.add(summary(visit, guardrail, DRAFT, guardrail.draft()));
    for (var version : guardrail.versions()) {
      versions.add(
          summary(visit, guardrail, Integer.toString(version.number()), version.content()));
    }
    return versions;
  }

  private static Json.Obj summary(
      Visit visit, Guardrail guardrail, String version, Guardrail.Content content) {
    var shown =
        Json.object()
            .with("id", Json.of(guardrail.id()))
            .with("arn", Json.of(arn(visit, guardrail)))
            .with("status", Json.of("READY"))
            .with("name", Json.of(content.name()))
            .with("version", Json.of(version))
            .with("createdAt", Json.of(guardrail.created().toString()))
            .with("updatedAt", Json.of(content.updated().toString()));
    return copied(copied(shown, content, "description"), content, "crossRegionDetails");
  }

  private static Json.Obj copied(Json.Obj shown, Guardrail.Content content, String name) {
    return content.settings().get(name).map(value -> shown.with(name, value)).orElse(shown);
  }

  private static String arn(Visit visit, Guardrail guardrail) {
    return GuardrailReference.of(visit, guardrail.id()).arn();
  }
}
