package io.outcrop.access;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.plan.Plan;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes one ordered plan of the cures of all findings.
final class Planner {
  private static final String FORM_MISSING = "anthropic-use-case-form";

  private final String actor;
  private final List<Json.Obj> form;
  private final List<Plan.Step> steps = new ArrayList<>();
  private final List<Cure> forOthers = new ArrayList<>();

  /// @param actor who makes changes in the account, in words
  /// @param form the use-case form to file if it is missing; empty if nobody filled one in
  Planner(String actor, List<Json.Obj> form) {
    this.actor = actor;
    this.form = form;
  }

  Plan plan(String id, Examination examination) {
    for (var finding : examination.findings()) {
      var automatic =
          Stream.concat(filled(finding), finding.cures().stream())
              .filter(cure -> cure.applicability() == Cause.Applicability.AUTOMATIC)
              .filter(cure -> !cure.changes().isEmpty())
              .findFirst();
      automatic.ifPresent(cure -> add(finding, cure));
      if (automatic.isEmpty()) {
        finding.cures().stream().findFirst().ifPresent(forOthers::add);
      }
    }
    return new Plan(id, steps, forOthers);
  }

  /// A missing form is filed where somebody filled one in.
  private Stream<Cure> filled(Finding finding) {
    return form.stream()
        .filter(_ -> finding.cause().slug().equals(FORM_MISSING))
        .map(answers ->
            new Cure(
                Cause.Applicability.AUTOMATIC,
                "file Anthropic's use-case form for this account",
                List.of(new Change.SubmitUseCaseForm(answers)),
                List.of(),
                "what is filed goes to Anthropic and cannot be taken back"));
  }

  private void add(Finding finding, Cure cure) {
    for (var change : cure.changes()) {
      var step =
          new Plan.Step(
              finding.cause().slug(),
              title(change),
              change,
              call(change),
              change instanceof Change.SetEnvVariable ? "this machine" : actor,
              cure.effect(),
              cure.commands());
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
      if (target(steps.get(i).change()).equals(target(change))) {
        return i;
      }
    }
    return -1;
  }

  private static String target(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> "inline " + put.owner() + " " + put.name();
      case Change.DeleteInlinePolicy delete -> "inline " + delete.owner() + " " + delete.name();
      case Change.ReplaceManagedPolicy replace -> "managed " + replace.policyArn();
      case Change.DetachPolicy detach -> "attached " + detach.owner() + " " + detach.policyArn();
      case Change.SubmitUseCaseForm _ -> "form";
      case Change.SignAgreement sign -> "agreement " + sign.modelId();
      case Change.ActivateAccessKey key -> "key " + key.accessKeyId();
      case Change.SetEnvVariable variable -> "env " + variable.file() + " " + variable.name();
    };
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
          first.effect().equals(second.effect())
              ? first.effect()
              : first.effect() + "; " + second.effect(),
          first.commands());
    }
    if (first.change() instanceof Change.SetEnvVariable earlier
        && second.change() instanceof Change.SetEnvVariable later) {
      var change =
          new Change.SetEnvVariable(
              earlier.file(), earlier.name(), earlier.before(), later.after());
      return new Plan.Step(
          first.cause(),
          title(change),
          change,
          first.call(),
          first.actor(),
          second.effect(),
          second.commands());
    }
    return first;
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

  private static String title(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put ->
          (put.before().isEmpty() ? "add" : "change")
              + " inline policy `"
              + put.name()
              + "` of "
              + put.owner();
      case Change.DeleteInlinePolicy delete ->
          "remove inline policy `" + delete.name() + "` of " + delete.owner();
      case Change.ReplaceManagedPolicy replace ->
          "give managed policy `" + lastPart(replace.policyArn()) + "` a new default version";
      case Change.DetachPolicy detach ->
          "detach managed policy `" + lastPart(detach.policyArn()) + "` from " + detach.owner();
      case Change.SubmitUseCaseForm _ -> "file Anthropic's use-case form for this account";
      case Change.SignAgreement sign -> "accept the agreement for `" + sign.modelId() + "`";
      case Change.ActivateAccessKey key ->
          "switch on the access key of user `" + key.userName() + "`";
      case Change.SetEnvVariable variable ->
          "set `"
              + variable.name()
              + "="
              + variable.after()
              + "` in `"
              + variable.file().getFileName()
              + "`";
    };
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static String call(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> "iam:Put" + kind(put.owner().kind().name()) + "Policy";
      case Change.DeleteInlinePolicy delete ->
          "iam:Delete" + kind(delete.owner().kind().name()) + "Policy";
      case Change.ReplaceManagedPolicy _ -> "iam:CreatePolicyVersion";
      case Change.DetachPolicy detach ->
          "iam:Detach" + kind(detach.owner().kind().name()) + "Policy";
      case Change.SubmitUseCaseForm _ -> "bedrock:PutUseCaseForModelAccess";
      case Change.SignAgreement _ -> "bedrock:CreateFoundationModelAgreement";
      case Change.ActivateAccessKey _ -> "iam:UpdateAccessKey";
      case Change.SetEnvVariable variable -> "writes " + variable.file().getFileName();
    };
  }

  private static String kind(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
