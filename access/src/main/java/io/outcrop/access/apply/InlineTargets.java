package io.outcrop.access.apply;

import io.outcrop.access.meaning.PolicyMeaning;
import io.outcrop.access.meaning.ThreeWay;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Inline policies. What a look sees is the document; nothing if there is none.
final class InlineTargets {
  private final Iam iam;

  InlineTargets(Iam iam) {
    this.iam = iam;
  }

  /// From `before` to `after`; an empty list means that there is none.
  Target<List<Json.Obj>> forward(
      PolicyOwner owner, String name, List<Json.Obj> before, List<Json.Obj> after) {
    return target(
        owner,
        name,
        now -> {
          if (PolicyMeaning.same(now, after)) {
            return new Standing.Reached();
          }
          return PolicyMeaning.same(now, before)
              ? new Standing.AsPlanned()
              : new Standing.Different(now.isEmpty() ? "it is gone" : "it says something else");
        },
        _ -> write(owner, name, after));
  }

  /// Takes back that it was brought from `before` to `after`.
  Target<List<Json.Obj>> backward(
      PolicyOwner owner, String name, List<Json.Obj> before, List<Json.Obj> after) {
    var merge = new ThreeWay(before, after);
    return target(
        owner,
        name,
        now -> standing(merge.from(now)),
        now ->
            merge.from(now) instanceof ThreeWay.Outcome.Write(var document, var _)
                ? write(owner, name, document)
                : new Answer.Succeeded<>(true, ""));
  }

  static Standing standing(ThreeWay.Outcome outcome) {
    return switch (outcome) {
      case ThreeWay.Outcome.Nothing() -> new Standing.Reached();
      case ThreeWay.Outcome.Write _ -> new Standing.AsPlanned();
      case ThreeWay.Outcome.Conflict(var why) -> new Standing.Different(why);
    };
  }

  private Target<List<Json.Obj>> target(
      PolicyOwner owner,
      String name,
      Function<List<Json.Obj>, Standing> standing,
      Function<List<Json.Obj>, Answer<?>> send) {
    return new Target<>(
        "inline policy `" + name + "` of " + owner,
        () -> look(owner, name),
        InlineTargets::facts,
        standing,
        send);
  }

  private Answer<List<Json.Obj>> look(PolicyOwner owner, String name) {
    return switch (iam.inlinePolicy(owner, name)) {
      case Answer.Refused<Json.Obj> refused
          when refused.error().code().startsWith("NoSuchEntity") ->
          new Answer.Succeeded<>(List.of(), refused.error().requestId());
      case Answer<Json.Obj> answer -> answer.map(List::of);
    };
  }

  private Answer<Boolean> write(PolicyOwner owner, String name, List<Json.Obj> document) {
    return document.isEmpty()
        ? iam.deleteInlinePolicy(owner, name)
        : iam.putInlinePolicy(owner, name, document.getFirst());
  }

  private static Map<String, String> facts(List<Json.Obj> now) {
    return Map.of("document", now.isEmpty() ? "not there" : PolicyMeaning.digest(now.getFirst()));
  }
}
