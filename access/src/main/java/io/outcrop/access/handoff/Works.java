package io.outcrop.access.handoff;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.Cure;
import io.outcrop.access.examination.Finding;
import io.outcrop.access.handoff.Handoff.Work;
import io.outcrop.causes.catalogue.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Says what is to be done, in order, and by whom.
final class Works {
  private static final String MARKETPLACE = "marketplace-permissions";

  private final Material material;
  private final Changes changes;
  private final WorkFacts facts = WorkFacts.shipped();

  Works(Material material, Changes changes) {
    this.material = material;
    this.changes = changes;
  }

  List<Work> all() {
    var works = new ArrayList<Work>();
    changes.all().forEach(step -> works.add(work(step)));
    material.examination().findings().stream()
        .filter(finding -> works.stream().noneMatch(work -> cures(work, finding)))
        .filter(finding -> finding.cures().stream().noneMatch(Works::isAutomatic))
        .forEach(finding ->
            finding.cures().stream().findFirst().ifPresent(cure -> works.add(work(finding, cure))));
    return works;
  }

  private static boolean cures(Work work, Finding finding) {
    return work.cause().equals(finding.cause().slug());
  }

  private static boolean isAutomatic(Cure cure) {
    return cure.applicability() == Cause.Applicability.AUTOMATIC;
  }

  private Work work(Changes.Step step) {
    var planned = step.planned().stream().findFirst();
    var root = material.slugs().stream().findFirst().orElse("");
    return new Work(
        step.isLocal() ? "whoever runs the program" : "an administrator of the account",
        planned.map(one -> one.title()).orElse("add inline policy `" + Policies.NAME + "`"),
        planned.map(one -> one.call()).orElse("iam:" + put(step.change())),
        planned
            .map(one -> once(one.effect()))
            .orElse(
                "allows %s over this route and nothing else"
                    .formatted(material.asked().map(AskedCall::words).orElse("the call"))),
        fact(step.change()),
        switch (step.change().undo()) {
          case REVERSIBLE ->
              buys(step.change())
                  ? "the policy can be undone exactly; a subscription that a call has made stays"
                  : "can be undone exactly";
          case COMPENSABLE -> "can be undone in part";
          case FINAL -> "cannot be undone";
        },
        planned.map(one -> one.cause()).orElse(root));
  }

  /// A step that two findings share says the same twice.
  private static String once(String effect) {
    return Arrays.stream(effect.split("; ")).distinct().collect(Collectors.joining("; "));
  }

  private static String put(Change change) {
    return change instanceof Change.PutInlinePolicy put
        ? switch (put.owner().kind()) {
          case USER -> "PutUserPolicy";
          case GROUP -> "PutGroupPolicy";
          case ROLE -> "PutRolePolicy";
        }
        : "";
  }

  private WorkFacts.Fact fact(Change change) {
    return buys(change) ? facts.of("subscribe") : facts.of(change);
  }

  private boolean buys(Change change) {
    return change instanceof Change.PutInlinePolicy put
        && put.name().equals(Policies.NAME)
        && material.slugs().contains(MARKETPLACE);
  }

  private Work work(Finding finding, Cure cure) {
    var who = finding.cause().who();
    var known = facts.of(who);
    var takes = finding.cause().takes();
    return new Work(
        who(who),
        cure.title(),
        "",
        cure.effect(),
        new WorkFacts.Fact(
            known.takes(), takes.isEmpty() ? known.acts() : takes, known.risk(), known.source()),
        "",
        finding.cause().slug());
  }

  private static String who(String who) {
    return switch (who) {
      case "caller" -> "whoever runs the program";
      case "organization" -> "whoever owns the organization";
      case "aws" -> "AWS";
      default -> "an administrator of the account";
    };
  }
}
