package io.outcrop.sandbox.directory.simulation;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SimulateCustomPolicy and SimulatePrincipalPolicy. Source: IAM API Reference, both pages, read
/// 2026-11; the form of answers, public reports of real ones.
final class Simulator {
  private final Sources sources;

  Simulator(Sources sources) {
    this.sources = sources;
  }

  Reply custom(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var inputs = new Inputs(visit);
    var caller = "arn:aws:iam::" + visit.account().id() + ":user/simulated";
    var scenario =
        new Scenario(
            principal(visit.text("CallerArn").orElse(caller)),
            inputs.policies("PolicyInputList", PolicyKind.IDENTITY),
            inputs.policies("PermissionsBoundaryPolicyInputList", PolicyKind.BOUNDARY),
            inputs.organization(),
            inputs.resourcePolicy(),
            owner(visit),
            inputs.context());
    return visit.text("CallerArn").isPresent() || scenario.resource().isEmpty()
        ? simulate(visit, inputs, scenario)
        : Refusals.invalidInput("CallerArn must be specified when ResourcePolicy is specified");
  }

  Reply principal(Visit visit) {
    var arn = visit.required("PolicySourceArn");
    var source = Sources.find(visit.account(), arn);
    var refused = Ask.of(visit, arn).refused().or(() -> SourceArns.refused(visit, arn, source));
    if (refused.isPresent()) {
      return refused.get();
    }
    var identity = source.orElseThrow();
    var excluded = visit.call().input().list("PolicyExclusionList");
    var inputs = new Inputs(visit);
    var policies = new ArrayList<>(sources.of(visit.account(), identity, excluded));
    policies.addAll(inputs.policies("PolicyInputList", PolicyKind.IDENTITY));
    var given = inputs.policies("PermissionsBoundaryPolicyInputList", PolicyKind.BOUNDARY);
    var boundary =
        given.isEmpty()
            ? sources.boundary(visit.account(), identity, excluded).stream().toList()
            : given;
    var scenario =
        new Scenario(
            principal(visit.text("CallerArn").orElse(arn)),
            policies,
            boundary,
            visit.guard().organization(visit.realm(), visit.account().id()),
            inputs.resourcePolicy(),
            owner(visit),
            inputs.context());
    return identity instanceof Identity.User || visit.text("CallerArn").isPresent()
        ? simulate(visit, inputs, scenario)
        : simulateWithoutCaller(visit, inputs, scenario);
  }

  private static Reply simulateWithoutCaller(Visit visit, Inputs inputs, Scenario scenario) {
    return scenario.resource().isEmpty()
        ? simulate(visit, inputs, scenario)
        : Refusals.invalidInput(
            "CallerArn must be specified when ResourcePolicy is specified and PolicySourceArn is"
                + " not a user");
  }

  /// Groups call nothing: their policies are simulated for somebody in them.
  private static Principal principal(String arn) {
    return Principal.parse(arn)
        .orElseGet(
            () -> new Principal.IamUser(Arn.parse(arn.replace(":group/", ":user/")).orElseThrow()));
  }

  private static String owner(Visit visit) {
    var owner = visit.required("ResourceOwner");
    return owner.startsWith("arn:") ? owner.split(":", 6)[4] : owner;
  }

  private static Reply simulate(Visit visit, Inputs inputs, Scenario scenario) {
    var refused = inputs.refused().or(inputs::unfit).or(() -> unsupported(visit));
    if (refused.isPresent()) {
      return refused.get();
    }
    var arns = inputs.texts("ResourceArns");
    var asked = new ArrayList<Asked>();
    for (var action : inputs.texts("ActionNames")) {
      for (var arn : arns.isEmpty() ? List.of("*") : arns) {
        asked.add(new Asked(action, arn));
      }
    }
    return Pages.reply(
        visit,
        "EvaluationResults",
        asked,
        Asked::toString,
        one -> Results.shown(scenario, one.action(), one.resource(), !arns.isEmpty()));
  }

  /// One combination of action and resource.
  private record Asked(String action, String resource) {}

  private static Optional<Reply.Fault> unsupported(Visit visit) {
    if (visit.text("ResourceHandlingOption").isPresent()) {
      return Optional.of(
          Refusals.invalidInput("`ResourceHandlingOption` is not part of this sandbox"));
    }
    return visit
        .text("CallerArn")
        .flatMap(caller ->
            switch (Principal.parse(caller).orElse(null)) {
              case null -> Optional.of(Refusals.invalidInput("Invalid Caller Arn: " + caller));
              case Principal.IamUser _ -> Optional.empty();
              case Principal _ ->
                  Optional.of(
                      Refusals.invalidInput(
                          "Invalid caller - Caller must be an IAM user in this context."));
            });
  }
}
