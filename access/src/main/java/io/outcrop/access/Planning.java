package io.outcrop.access;

import io.outcrop.access.apply.Changer;
import io.outcrop.access.apply.Settling;
import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.foresight.Foresight;
import io.outcrop.access.plan.Elsewhere;
import io.outcrop.access.plan.Plan;
import io.outcrop.access.plan.Terms;
import io.outcrop.access.probe.PermissionsLook;
import io.outcrop.access.steward.SourceChange;
import io.outcrop.access.steward.Steward;
import io.outcrop.access.steward.Stewards;
import io.outcrop.causes.catalogue.Cause.Applicability;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.PolicyOwner;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes a plan and binds it to the account as it is: each step to the live thing, and what a tool
/// owns to the tool's source.
final class Planning {
  private static final String BOUNDARY = "permissions-boundary-no-allow";

  private final Wishes wishes;

  Planning(Wishes wishes) {
    this.wishes = wishes;
  }

  Plan plan(int number, Examination examination, ExaminationRequest request) {
    var id = "%04d-%s".formatted(number, letters());
    var terms =
        Terms.of(
            examination, request.clock().instant(), wishes.lifetime(), Workbench.actor(request));
    var plan = new Planner(terms, wishes).plan(id, examination);
    if (plan.steps().stream().allMatch(step -> step.change().isLocal())) {
      return plan;
    }
    var opened = Workbench.open(request);
    if (opened.isEmpty()) {
      return plan;
    }
    try (var account = opened.get()) {
      return bound(plan, account, foresight(request, plan, account));
    }
  }

  private static Foresight foresight(ExaminationRequest request, Plan plan, AwsAccount account) {
    var acting = request.adminProfile().isEmpty() ? request : request.by(request.adminProfile());
    var arns = new HashMap<PolicyOwner, Optional<String>>();
    return Foresight.of(
        PermissionsLook.look(acting, List.of()).seen(),
        plan.terms().region(),
        owner -> arns.computeIfAbsent(owner, one -> arn(account.iam(), one)));
  }

  private static Optional<String> arn(Iam iam, PolicyOwner owner) {
    var looked =
        switch (owner.kind()) {
          case USER -> iam.user(owner.name()).map(Iam.Entity::arn);
          case ROLE -> iam.role(owner.name()).map(Iam.Entity::arn);
          case GROUP -> iam.groupArn(owner.name());
        };
    return looked instanceof Answer.Succeeded<String>(var arn, var _)
        ? Optional.of(arn)
        : Optional.empty();
  }

  private Plan bound(Plan plan, AwsAccount account, Foresight foresight) {
    var changer = new Changer(account, new Settling(1, Duration.ZERO, _ -> {}));
    var stewards = new Stewards(account);
    var steps = new ArrayList<Plan.Step>();
    var elsewhere = new ArrayList<Elsewhere>();
    var forOthers = new ArrayList<Cure>();
    var obstacles = new Refusals(plan.steps(), step -> changer.obstacle(step.change()));
    var refusals = new Refusals(plan.steps(), step -> refusal(step, changer, foresight));
    for (var step : plan.steps()) {
      var steward = stewards.of(step.change());
      if (steward.isPresent() && !wishes.evenIfManaged()) {
        elsewhere.add(elsewhere(step, steward.get(), plan.terms().principal()));
        continue;
      }
      var obstacle = obstacles.of(step);
      if (obstacle.isPresent()) {
        forOthers.add(inTheWay(step, obstacle.get()));
        continue;
      }
      var refusal = refusals.of(step);
      var grant = grant(step, account);
      if (refusal.isPresent()) {
        forOthers.add(forOthers(step, refusal.get()));
      } else if (grant.isPresent()) {
        forOthers.add(decided(step, grant.get()));
      } else {
        steps.add(warned(step, foresight).boundTo(changer.binding(step.change())));
      }
    }
    forOthers.addAll(plan.forOthers());
    return new Plan(plan.id(), plan.terms(), steps, elsewhere, forOthers);
  }

  private static Optional<String> refusal(Plan.Step step, Changer changer, Foresight foresight) {
    return changer.refusal(step.change()).or(() -> foresight.refusal(step.change()));
  }

  /// The step with a word on whether whoever makes it could take it back, where that is in doubt.
  private static Plan.Step warned(Plan.Step step, Foresight foresight) {
    return foresight
        .refusalToTakeBack(step.change())
        .map(why -> "%s could not take it back: %s".formatted(step.actor(), why))
        .or(() ->
            foresight
                .doubtOfTakingBack(step.change())
                .map(why ->
                    "whether %s could take it back is not certain: %s"
                        .formatted(step.actor(), why)))
        .map(word -> step.effect().isEmpty() ? word : step.effect() + "; " + word)
        .map(step::withEffect)
        .orElse(step);
  }

  /// The step for whoever has cleared the way.
  private static Cure inTheWay(Plan.Step step, String obstacle) {
    return new Cure(
        Applicability.NEEDS_VALUES,
        step.title(),
        List.of(),
        step.commands(),
        obstacle + "; then: " + step.effect());
  }

  /// The step for somebody who may make it.
  private static Cure forOthers(Plan.Step step, String refusal) {
    return new Cure(
        Applicability.SOMEONE_ELSE,
        "%s, as somebody who may: %s may not".formatted(step.title(), step.actor()),
        List.of(),
        step.commands(),
        step.effect() + "; " + refusal);
  }

  /// What widening a boundary would grant besides, since a policy that bounds one may give its
  /// rights to another; nothing where it is known to be a boundary alone.
  private static Optional<String> grant(Plan.Step step, AwsAccount account) {
    if (!(step.change() instanceof Change.ReplaceManagedPolicy replace)
        || !step.cause().equals(BOUNDARY)) {
      return Optional.empty();
    }
    if (!(account.iam().attachments(replace.policyArn())
        instanceof Answer.Succeeded<List<String>>(var holders, var _))) {
      return Optional.of(
          "whose identity policy the boundary is as well could not be read: what is let through"
              + " would also be granted there");
    }
    var given = holders.stream().filter(holder -> !holder.endsWith("(boundary)")).toList();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the boundary is an identity policy of %s as well: what is let through is also granted there"
                .formatted(String.join(", ", given)));
  }

  /// The step for whoever decides.
  private static Cure decided(Plan.Step step, String grant) {
    return new Cure(
        Applicability.NEEDS_VALUES,
        "%s, if whoever has it as an identity policy may have that, too".formatted(step.title()),
        List.of(),
        step.commands(),
        grant);
  }

  private static Elsewhere elsewhere(Plan.Step step, Steward steward, String principal) {
    return new Elsewhere(
        step.cause(),
        step.title(),
        steward.words(),
        SourceChange.of(steward, step.change(), principal),
        step.effect());
  }

  private static String letters() {
    return new SecureRandom()
        .ints(6, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
