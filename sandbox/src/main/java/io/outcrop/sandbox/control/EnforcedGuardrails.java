package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.Map;

/// Guardrails that an account lays over all its calls. They are kept and shown; that callers need
/// to be allowed to apply them is the runtime's business.
final class EnforcedGuardrails {
  private static final String ID = "configId";

  private EnforcedGuardrails() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put(
        "PutEnforcedGuardrailConfiguration",
        Permitted.to("bedrock:PutEnforcedGuardrailConfiguration", EnforcedGuardrails::put));
    operations.put(
        "ListEnforcedGuardrailsConfiguration",
        Permitted.to("bedrock:ListEnforcedGuardrailsConfiguration", EnforcedGuardrails::list));
    operations.put(
        "DeleteEnforcedGuardrailConfiguration",
        Permitted.to("bedrock:DeleteEnforcedGuardrailConfiguration", EnforcedGuardrails::delete));
  }

  private static Reply put(Visit visit) {
    var config = visit.call().input().object("guardrailInferenceConfig").orElseGet(Json::object);
    var reference = GuardrailReference.of(visit, config.text("guardrailIdentifier").orElse(""));
    var version = config.text("guardrailVersion").orElse("");
    if (version.equals("DRAFT")
        || reference.in(visit.realm()).flatMap(it -> it.version(version)).isEmpty()) {
      return Guardrails.missing();
    }
    var known = visit.account().standing().in(visit.region()).enforced();
    var given = visit.text(ID);
    if (given.isPresent() && !known.containsKey(given.get())) {
      return missing(given.get());
    }
    var id =
        given.orElseGet(
            () -> UniqueId.small(visit.account().id() + visit.region() + reference.arn(), 12));
    var kept = config(visit, id, reference, config, known.getOrDefault(id, Json.object()));
    visit.change(account ->
        account.with(standing -> standing.in(visit.region(), here -> here.withEnforced(id, kept))));
    return new Reply.Output(
        Json.object()
            .with(ID, Json.of(id))
            .with("updatedAt", Json.of(visit.now().toString()))
            .with("updatedBy", Json.of(visit.visitor().arn())));
  }

  private static Json.Obj config(
      Visit visit, String id, GuardrailReference reference, Json.Obj given, Json.Obj before) {
    var now = Json.of(visit.now().toString());
    var by = Json.of(visit.visitor().arn());
    return given
        .without("guardrailIdentifier")
        .with(ID, Json.of(id))
        .with("guardrailArn", Json.of(reference.arn()))
        .with("guardrailId", Json.of(reference.id()))
        .with("createdAt", before.get("createdAt").orElse(now))
        .with("createdBy", before.get("createdBy").orElse(by))
        .with("updatedAt", now)
        .with("updatedBy", by)
        .with("owner", Json.of("ACCOUNT"));
  }

  private static Reply list(Visit visit) {
    return Pages.reply(
        visit,
        "guardrailsConfig",
        new ArrayList<>(visit.account().standing().in(visit.region()).enforced().values()),
        config -> config.text(ID).orElse(""),
        config -> config);
  }

  private static Reply delete(Visit visit) {
    var id = visit.required(ID);
    if (!visit.account().standing().in(visit.region()).enforced().containsKey(id)) {
      return missing(id);
    }
    visit.change(account ->
        account.with(standing -> standing.in(visit.region(), here -> here.withoutEnforced(id))));
    return new Reply.Output(Json.object());
  }

  private static Reply missing(String id) {
    return Faults.said(
        404,
        "ResourceNotFoundException",
        "The enforced guardrail configuration " + id + " was not found.");
  }
}
