package io.outcrop.access;

import io.outcrop.access.change.Binding;
import io.outcrop.access.change.Change;
import io.outcrop.access.change.ChangeTitle;
import io.outcrop.access.cure.Commands;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.Terms;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes one ordered plan of the cures of all findings.
final class Planner {
  private static final String FORM_MISSING = "anthropic-use-case-form";

  private final Terms terms;
  private final Wishes wishes;
  private final List<Plan.Step> steps = new ArrayList<>();
  private final List<Cure> forOthers = new ArrayList<>();

  /// @param terms what the plan is made for
  /// @param wishes what somebody said of how it is made
  Planner(Terms terms, Wishes wishes) {
    this.terms = terms;
    this.wishes = wishes;
  }

  Plan plan(String id, Examination examination) {
    for (var finding : examination.findings()) {
      var automatic =
          Stream.of(filled(finding), wanted(finding), finding.cures().stream())
              .flatMap(cures -> cures)
              .filter(cure -> cure.applicability() == Cause.Applicability.AUTOMATIC)
              .filter(cure -> !cure.changes().isEmpty())
              .findFirst();
      automatic.ifPresent(cure -> add(finding, cure));
      if (automatic.isEmpty()) {
        finding.cures().stream().findFirst().ifPresent(forOthers::add);
      }
    }
    return new Plan(id, terms, steps, List.of(), forOthers);
  }

  /// A missing form is filed where somebody filled one in.
  private Stream<Cure> filled(Finding finding) {
    return wishes.form().stream()
        .filter(_ -> finding.cause().slug().equals(FORM_MISSING))
        .map(answers ->
            new Cure(
                Cause.Applicability.AUTOMATIC,
                "file Anthropic's use-case form for this account",
                List.of(new Change.SubmitUseCaseForm(answers)),
                List.of(),
                "what is filed goes to Anthropic and cannot be taken back"));
  }

  /// The quotas of which somebody said how much is wanted.
  private Stream<Cure> wanted(Finding finding) {
    var offers =
        finding.cures().stream()
            .flatMap(cure -> cure.offers().stream())
            .filter(offer -> wishes.quotas().containsKey(offer.code()))
            .distinct()
            .toList();
    if (offers.isEmpty()) {
      return Stream.empty();
    }
    var changes =
        offers.stream()
            .<Change>map(
                offer -> offer.of(wishes.quotas().getOrDefault(offer.code(), BigDecimal.ZERO)))
            .toList();
    return finding.cures().stream()
        .filter(cure -> !cure.offers().isEmpty())
        .limit(1)
        .map(cure ->
            new Cure(
                Cause.Applicability.AUTOMATIC,
                "ask AWS for what is wanted",
                changes,
                Commands.of(changes),
                cure.effect()));
  }

  private void add(Finding finding, Cure cure) {
    for (var change : cure.changes()) {
      var step =
          new Plan.Step(
              finding.cause().slug(),
              ChangeTitle.of(change),
              change,
              ChangeTitle.call(change),
              change.isLocal() ? "this machine" : terms.actor(),
              cure.effect(),
              Commands.of(List.of(change)),
              Binding.NONE);
      var place = sameTarget(change);
      if (place < 0) {
        steps.add(step);
      } else {
        steps.set(place, merged(steps.get(place), step));
      }
    }
  }

  /// The step that already changes what `change` changes; -1 if none does.
  private int sameTarget(Change change) {
    for (var i = 0; i < steps.size(); i++) {
      if (ChangeTitle.target(steps.get(i).change()).equals(ChangeTitle.target(change))) {
        return i;
      }
    }
    return -1;
  }

  /// Two grants under one policy name become one policy that gives both; of any other two changes
  /// of one thing the later is wanted, from the state that the first would have found.
  private static Plan.Step merged(Plan.Step first, Plan.Step second) {
    if (first.change() instanceof Change.PutInlinePolicy earlier
        && second.change() instanceof Change.PutInlinePolicy later) {
      var change =
          new Change.PutInlinePolicy(
              earlier.owner(),
              earlier.name(),
              earlier.before(),
              union(earlier.after(), later.after()));
      return new Plan.Step(
          first.cause(),
          first.title(),
          change,
          first.call(),
          first.actor(),
          both(first.effect(), second.effect()),
          Commands.of(List.of(change)),
          Binding.NONE);
    }
    if (first.change() instanceof Change.SetEnvVariable earlier
        && second.change() instanceof Change.SetEnvVariable later) {
      var change =
          new Change.SetEnvVariable(
              earlier.file(), earlier.name(), earlier.before(), later.after());
      return new Plan.Step(
          first.cause(),
          ChangeTitle.of(change),
          change,
          first.call(),
          first.actor(),
          second.effect(),
          Commands.of(List.of(change)),
          Binding.NONE);
    }
    return first;
  }

  /// What two changes in one do, each thing said once.
  private static String both(String effect, String other) {
    return Stream.of(effect, other)
        .flatMap(text -> Stream.of(text.split("; ", -1)))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Json.Obj union(Json.Obj first, Json.Obj second) {
    var statements = new ArrayList<>(first.list("Statement"));
    for (var statement : second.list("Statement")) {
      if (!statements.contains(statement)) {
        statements.add(statement);
      }
    }
    return first.with("Statement", Json.array(statements));
  }
}
