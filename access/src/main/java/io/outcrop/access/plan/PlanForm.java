package io.outcrop.access.plan;

import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.access.change.ChangeJson;
import io.outcrop.access.examination.Cure;
import io.outcrop.aws.AccessKeyId;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A plan as JSON, for plan files (`docs/files/plan.md`) and journals. Holds no secret: of an
/// access key its two ends, of a file the one line that changes. Every version reads what earlier
/// ones wrote.
public final class PlanForm {
  private static final Pattern ID = Pattern.compile("[0-9]{4,9}-[a-z]{1,12}");

  private PlanForm() {}

  /// What came of reading a plan.
  public sealed interface Reading {
    /// It is one.
    record Read(Plan plan) implements Reading {}

    /// It is none, or one of a newer version.
    record Wrong(List<Problem> problems) implements Reading {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// `plan` as JSON.
  public static Json.Obj write(Plan plan) {
    var terms = plan.terms();
    return Json.object()
        .with("formatVersion", Json.of(2))
        .with("id", Json.of(plan.id()))
        .with("made", Json.of(terms.made().toString()))
        .with("expires", Json.of(terms.expires().toString()))
        .with("account", Json.of(terms.account()))
        .with("principal", Json.of(terms.principal()))
        .with("model", Json.of(terms.model()))
        .with("region", Json.of(terms.region()))
        .with("actor", Json.of(terms.actor()))
        .with("steps", Json.array(plan.steps().stream().map(PlanForm::step).toList()))
        .with("elsewhere", Json.array(plan.elsewhere().stream().map(PlanForm::elsewhere).toList()))
        .with("forOthers", Json.array(plan.forOthers().stream().map(PlanForm::cure).toList()));
  }

  private static Json.Obj step(Plan.Step step) {
    var binding = new TreeMap<String, Json>();
    step.binding().facts().forEach((name, fact) -> binding.put(name, Json.of(fact)));
    return Json.object()
        .with("cause", Json.of(step.cause()))
        .with("title", Json.of(step.title()))
        .with("change", ChangeJson.write(masked(step.change())))
        .with("call", Json.of(step.call()))
        .with("actor", Json.of(step.actor()))
        .with("effect", Json.of(step.effect()))
        .with("commands", Json.ofTexts(step.commands()))
        .with("binding", Json.object(binding));
  }

  /// A key is found again by its two ends.
  private static Change masked(Change change) {
    return change instanceof Change.ActivateAccessKey(var user, var key) && !key.contains("…")
        ? new Change.ActivateAccessKey(user, new AccessKeyId(key).masked())
        : change;
  }

  private static Json.Obj elsewhere(Elsewhere elsewhere) {
    return Json.object()
        .with("cause", Json.of(elsewhere.cause()))
        .with("title", Json.of(elsewhere.title()))
        .with("owner", Json.of(elsewhere.owner()))
        .with("source", Json.of(elsewhere.source()))
        .with("effect", Json.of(elsewhere.effect()));
  }

  private static Elsewhere elsewhere(Fields fields) {
    return new Elsewhere(
        fields.text("cause"),
        fields.text("title"),
        fields.text("owner"),
        fields.text("source"),
        fields.text("effect"));
  }

  private static Json.Obj cure(Cure cure) {
    return Json.object()
        .with("applicability", Json.of(cure.applicability().name().toLowerCase(Locale.ROOT)))
        .with("title", Json.of(cure.title()))
        .with("commands", Json.ofTexts(cure.commands()))
        .with("effect", Json.of(cure.effect()));
  }

  /// Reads what [#write] wrote, in this version or an earlier one.
  public static Reading read(Json json) {
    var problems = new ArrayList<Problem>();
    var plan = read(new Fields(json, "", problems));
    return problems.isEmpty() ? new Reading.Read(plan) : new Reading.Wrong(problems);
  }

  /// The same, where the plan's members stand among others; what is wrong becomes a problem.
  public static Plan read(Fields fields) {
    var version = fields.whole("formatVersion", 0);
    if (version != 1 && version != 2) {
      fields.problem("formatVersion", "expected 1 or 2: it was written by a newer version");
    }
    var id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      fields.problem("id", "expected a number and letters, as in `0001-abcdef`");
    }
    return new Plan(
        id,
        terms(fields),
        fields.objects("steps", PlanForm::step),
        fields.objects("elsewhere", PlanForm::elsewhere),
        fields.objects("forOthers", PlanForm::cure));
  }

  private static Terms terms(Fields fields) {
    return new Terms(
        instant(fields, "made", Instant.EPOCH),
        instant(fields, "expires", Instant.MAX),
        fields.optionalText("account").orElse(""),
        fields.optionalText("principal").orElse(""),
        fields.optionalText("model").orElse(""),
        fields.optionalText("region").orElse(""),
        fields.optionalText("actor").orElse(""));
  }

  private static Instant instant(Fields fields, String name, Instant otherwise) {
    try {
      return fields.optionalText(name).map(Instant::parse).orElse(otherwise);
    } catch (DateTimeParseException _) {
      fields.problem(name, "expected an instant, as in `2026-11-20T09:00:00Z`");
      return otherwise;
    }
  }

  private static Plan.Step step(Fields step) {
    return new Plan.Step(
        step.text("cause"),
        step.text("title"),
        step.object("change")
            .map(ChangeJson::read)
            .orElse(new Change.SubmitUseCaseForm(Json.object())),
        step.text("call"),
        step.text("actor"),
        step.text("effect"),
        step.texts("commands"),
        new Binding(step.textMap("binding")));
  }

  private static Cure cure(Fields cure) {
    var word = cure.text("applicability");
    var applicability =
        List.of(Cause.Applicability.values()).stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (applicability.isEmpty()) {
      cure.problem("applicability", "unknown word `" + word + "`");
    }
    return new Cure(
        applicability.orElse(Cause.Applicability.SOMEONE_ELSE),
        cure.text("title"),
        List.of(),
        cure.texts("commands"),
        cure.text("effect"));
  }
}
