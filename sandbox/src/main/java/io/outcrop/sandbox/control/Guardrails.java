package io.outcrop.sandbox.control;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Guardrail;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Permitted;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Guardrails as far as access goes: they are kept with all they say, are ready at once, and have
/// versions. What they would do to texts is not part of the sandbox.
final class Guardrails {
  /// How many an account may have in a region. Source: AWS General Reference, "Amazon Bedrock
  /// endpoints and quotas", read 2026-09.
  private static final int MOST = 100;

  private static final String TOKEN = "clientRequestToken";

  private Guardrails() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("CreateGuardrail", Guardrails::create);
    operations.put("UpdateGuardrail", on("bedrock:UpdateGuardrail", Guardrails::update));
    operations.put("DeleteGuardrail", on("bedrock:DeleteGuardrail", Guardrails::delete));
    operations.put(
        "CreateGuardrailVersion", on("bedrock:CreateGuardrailVersion", Guardrails::version));
    GuardrailsShown.addTo(operations);
  }

  /// An operation on a guardrail of the caller's that is there.
  static Operation on(String action, BiFunction<Visit, Guardrail, Reply> answer) {
    return visit -> {
      var reference = GuardrailReference.of(visit, visit.required("guardrailIdentifier"));
      return Permitted.to(
          visit,
          new Guard.Wish(action, reference.arn(), reference.tags(visit)),
          () ->
              reference
                  .own(visit)
                  .map(guardrail -> answer.apply(visit, guardrail))
                  .orElseGet(Guardrails::missing));
    };
  }

  static Reply missing() {
    return Faults.said(
        404,
        "ResourceNotFoundException",
        "The guardrail identifier or version provided in the request does not exist.");
  }

  static void change(Visit visit, Guardrail guardrail, UnaryOperator<Guardrail> change) {
    visit.change(account ->
        account.with(
            standing -> standing.in(visit.region(), here -> here.with(change.apply(guardrail)))));
  }

  private static Reply create(Visit visit) {
    var tags = Tags.given(visit);
    var asked = Tags.requested(tags);
    return Permitted.to(
        visit,
        new Guard.Wish("bedrock:CreateGuardrail", "*", asked).withTagKeys(tags.keySet()),
        () ->
            again(visit)
                .or(() -> refusal(visit, tags).map(fault -> fault))
                .orElseGet(() -> created(visit, tags)));
  }

  /// The answer to a request that has made a guardrail before: clients ask again when an answer is
  /// lost.
  private static Optional<Reply> again(Visit visit) {
    return visit
        .text(TOKEN)
        .flatMap(token ->
            visit.account().standing().in(visit.region()).guardrails().values().stream()
                .filter(guardrail -> guardrail.token().equals(token))
                .findFirst())
        .map(guardrail -> made(visit, guardrail));
  }

  private static Optional<Reply.Fault> refusal(Visit visit, Map<String, String> tags) {
    var existing = visit.account().standing().in(visit.region()).guardrails();
    if (existing.size() >= MOST) {
      return Optional.of(
          Faults.said(
              400,
              "ServiceQuotaExceededException",
              "You have reached the maximum number of guardrails per account."));
    }
    return sameName(visit, "").or(() -> Tags.tooMany(tags));
  }

  private static Optional<Reply.Fault> sameName(Visit visit, String except) {
    var name = visit.required("name");
    return visit.account().standing().in(visit.region()).guardrails().values().stream()
        .filter(other -> !other.id().equals(except) && other.draft().name().equals(name))
        .findFirst()
        .map(_ ->
            Faults.said(
                400,
                "ConflictException",
                "Another guardrail in your account already has this name."));
  }

  private static Reply created(Visit visit, Map<String, String> tags) {
    var key =
        String.join(
            "/",
            visit.account().id(),
            visit.region(),
            visit.required("name"),
            visit.now().toString());
    var reference = GuardrailReference.of(visit, UniqueId.small(key, 12));
    var guardrail =
        new Guardrail(
            reference.id(),
            visit.required(TOKEN),
            visit.now(),
            content(visit),
            List.of(),
            tags,
            List.of());
    change(visit, guardrail, it -> it);
    return made(visit, guardrail);
  }

  private static Reply made(Visit visit, Guardrail guardrail) {
    return new Reply.Output(
        shown(GuardrailReference.of(visit, guardrail.id()))
            .with("createdAt", Json.of(guardrail.created().toString())));
  }

  private static Json.Obj shown(GuardrailReference reference) {
    return Json.object()
        .with("guardrailId", Json.of(reference.id()))
        .with("guardrailArn", Json.of(reference.arn()))
        .with("version", Json.of("DRAFT"));
  }

  private static Guardrail.Content content(Visit visit) {
    var profiles = "arn:aws:bedrock:%s:%s:".formatted(visit.region(), visit.account().id());
    return new Guardrail.Content(GuardrailSettings.of(visit.call().input(), profiles), visit.now());
  }

  private static Reply update(Visit visit, Guardrail guardrail) {
    var taken = sameName(visit, guardrail.id());
    if (taken.isPresent()) {
      return taken.get();
    }
    change(visit, guardrail, it -> it.withDraft(content(visit)));
    return new Reply.Output(
        shown(GuardrailReference.of(visit, guardrail.id()))
            .with("updatedAt", Json.of(visit.now().toString())));
  }

  private static Reply delete(Visit visit, Guardrail guardrail) {
    var version = visit.text("guardrailVersion");
    if (version.isEmpty()) {
      visit.change(account ->
          account.with(standing ->
              standing.in(visit.region(), here -> here.withoutGuardrail(guardrail.id()))));
      return new Reply.Output(Json.object());
    }
    if (guardrail.version(version.get()).isEmpty() || version.get().equals("DRAFT")) {
      return missing();
    }
    change(visit, guardrail, it -> it.withoutVersion(version.get()));
    return new Reply.Output(Json.object());
  }

  private static Reply version(Visit visit, Guardrail guardrail) {
    var settings = new LinkedHashMap<String, Json>();
    guardrail
        .draft()
        .settings()
        .members()
        .forEach((name, member) -> settings.put(name, member.value()));
    visit.text("description").ifPresent(text -> settings.put("description", Json.of(text)));
    var changed = guardrail.withVersion(new Guardrail.Content(Json.object(settings), visit.now()));
    change(visit, guardrail, _ -> changed);
    return new Reply.Output(
        Json.object()
            .with("guardrailId", Json.of(guardrail.id()))
            .with("version", Json.of(Integer.toString(changed.versions().getLast().number()))));
  }
}
