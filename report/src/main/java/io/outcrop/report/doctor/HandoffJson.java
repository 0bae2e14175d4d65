package io.outcrop.report.doctor;

import io.outcrop.access.handoff.Caller;
import io.outcrop.access.handoff.FailingCall;
import io.outcrop.access.handoff.Handoff;
import io.outcrop.access.handoff.NeededPolicy;
import io.outcrop.json.Json;
import io.outcrop.report.Ending;
import io.outcrop.report.ExaminationJson;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A hand-off for a program: the examination, and the member `handoff` with what the page has
/// besides.
public final class HandoffJson {
  private HandoffJson() {}

  /// The whole report: `docs/schema/doctor.json`.
  public static Json.Obj of(Handoff handoff, Ending ending) {
    return ExaminationJson.of(handoff.examination(), ending).with("handoff", body(handoff));
  }

  private static Json.Obj body(Handoff handoff) {
    return Json.object()
        .with("caller", caller(handoff.caller()))
        .with("call", call(handoff.call()))
        .with(
            "policy",
            handoff.policy().isEmpty() ? Json.ofNull() : policy(handoff.policy().getFirst()))
        .with(
            "asks",
            each(
                handoff.asks(),
                ask ->
                    texts("who", ask.who(), "layer", ask.layer(), "policy", ask.policy())
                        .with("change", Json.of(ask.change()))
                        .with("needs", Json.ofTexts(ask.needs()))
                        .with(
                            "document",
                            ask.document().isEmpty() ? Json.ofNull() : ask.document().getFirst())))
        .with(
            "requirements",
            each(
                handoff.requirements(),
                one ->
                    texts(
                        "name",
                        one.name(),
                        "state",
                        one.state().name().toLowerCase(Locale.ROOT),
                        "detail",
                        one.detail())))
        .with(
            "works",
            each(
                handoff.works(),
                one ->
                    texts("who", one.who(), "title", one.title(), "call", one.call())
                        .with("effect", Json.of(one.effect()))
                        .with("takes", Json.of(one.facts().takes()))
                        .with("acts", Json.of(one.facts().acts()))
                        .with("risk", Json.of(one.facts().risk()))
                        .with("source", Json.of(one.facts().source()))
                        .with("undo", Json.of(one.undo()))
                        .with("cause", Json.of(one.cause()))))
        .with(
            "scripts",
            each(
                handoff.scripts(),
                one ->
                    texts("file", one.file(), "shell", one.shell().language(), "does", one.does())
                        .with("text", Json.of(one.text()))))
        .with(
            "links",
            each(
                handoff.links(),
                one ->
                    Json.object()
                        .with("label", Json.of(one.label()))
                        .with("address", Json.of(one.address()))))
        .with("retest", Json.of(handoff.retest()));
  }

  private static Json.Obj caller(Caller caller) {
    var keys = caller.credentials();
    return texts("kind", caller.kind(), "name", caller.name(), "arn", caller.arn())
        .with("account", Json.of(caller.accountIsKnown() ? caller.account() : ""))
        .with("userId", Json.of(caller.userId()))
        .with("credentialSource", Json.of(keys.source()))
        .with("keyId", Json.of(keys.keyId()))
        .with("secretSet", Json.of(!keys.keyId().isEmpty()))
        .with("sessionTokenSet", Json.of(keys.sessionToken()))
        .with("region", Json.of(keys.region()))
        .with("regionFrom", Json.of(keys.regionFrom()));
  }

  private static Json.Obj call(FailingCall call) {
    var answer =
        switch (call.answer()) {
          case FailingCall.Answer.Refused(var _, var pasted) -> pasted;
          case FailingCall.Answer.Other(var words) -> words;
        };
    return texts("operation", call.operation(), "modelId", call.modelId(), "region", call.region())
        .with("guardrail", Json.of(call.guardrail()))
        .with("body", call.body())
        .with("answer", Json.of(answer))
        .with(
            "site",
            each(
                call.site(),
                site ->
                    Json.object()
                        .with("file", Json.of(site.file()))
                        .with("line", Json.of(site.line()))
                        .with("firstLine", Json.of(site.firstLine()))
                        .with("excerpt", Json.ofTexts(site.excerpt()))));
  }

  private static Json.Obj policy(NeededPolicy policy) {
    return texts(
            "standing",
            policy.standing().name().toLowerCase(Locale.ROOT),
            "name",
            policy.name(),
            "target",
            policy.target())
        .with("narrow", policy.narrow())
        .with("reasons", Json.ofTexts(policy.reasons()))
        .with("wide", policy.wide())
        .with("whyNotWide", Json.of(policy.whyNotWide()))
        .with(
            "forms",
            each(
                policy.forms(),
                form ->
                    texts("title", form.title(), "language", form.language(), "words", form.words())
                        .with("text", Json.of(form.text()))
                        .with("undo", Json.of(form.undo()))))
        .with("notes", Json.ofTexts(policy.notes()));
  }

  private static <T> Json.Arr each(List<T> all, Function<T, Json.Obj> one) {
    return Json.array(all.stream().map(one).toList());
  }

  private static Json.Obj texts(
      String first, String one, String second, String two, String third, String three) {
    return Json.object()
        .with(first, Json.of(one))
        .with(second, Json.of(two))
        .with(third, Json.of(three));
  }
}
