package io.outcrop.lint.organization;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.json.JsonPatch.Operation;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import io.outcrop.models.catalogue.Lifecycle.Stage;
import io.outcrop.models.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Statements that deny regions by `aws:RequestedRegion`, and what they do to models behind
/// profiles and to services that live in one region. Source: Amazon Bedrock User Guide, "Geographic
/// cross-Region inference" and "Global cross-Region inference"; Organizations User Guide, "Deny
/// access to AWS based on the requested AWS Region"; read 2026-11.
final class RegionDenialCheck implements Check {
  private static final String KEY = "aws:RequestedRegion";
  private static final String INVOKE = "bedrock:InvokeModel";
  private static final String UNSPECIFIED = "unspecified";
  private static final Set<PolicyKind> KINDS =
      Set.of(PolicyKind.SCP, PolicyKind.IDENTITY, PolicyKind.BOUNDARY);

  /// Actions that one region serves for all of AWS.
  private static final List<String> GLOBAL =
      List.of(
          "iam:GetRole",
          "sts:GetCallerIdentity",
          "organizations:DescribeOrganization",
          "route53:ListHostedZones",
          "cloudfront:ListDistributions",
          "support:DescribeCases",
          "budgets:ViewBudget");

  @Override
  public void check(Subject subject, Findings findings) {
    if (!KINDS.contains(subject.kind())) {
      return;
    }
    for (var statement : subject.statements()) {
      if (statement.denies()) {
        statement
            .on(KEY)
            .filter(ConditionView::isNegated)
            .forEach(condition -> denial(statement, condition, subject, findings));
      }
    }
  }

  private static void denial(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    globalServices(statement, condition, subject, findings);
    if (!subject.isAbout(statement, INVOKE)
        || statement.hasConditionOn("bedrock:InferenceProfileArn")) {
      return;
    }
    var allowed = condition.values().stream().map(text -> text.value()).toList();
    if (allowed.stream().noneMatch(one -> Patterns.covers(one, UNSPECIFIED))
        && isAboutRegionless(statement)) {
      var reported =
          findings.add("region-denial-blocks-global", condition.place(), "key", condition.key());
      reported.fix(
          "add `" + UNSPECIFIED + "`",
          Certainty.LIKELY,
          "calls through global profiles are no longer denied",
          allowing(statement, condition, allowed));
    }
    destinations(condition, allowed, subject, findings);
  }

  private static Operation allowing(
      StatementView statement, ConditionView condition, List<String> allowed) {
    var isList =
        statement
            .source()
            .object("Condition")
            .flatMap(all -> all.object(condition.operator()))
            .flatMap(keys -> keys.get(condition.key()))
            .filter(Json.Arr.class::isInstance)
            .isPresent();
    if (isList) {
      return Steps.add(condition.place().pointer() + "/-", Json.of(UNSPECIFIED));
    }
    var all = new ArrayList<>(allowed);
    all.add(UNSPECIFIED);
    return Steps.replace(condition.place().pointer(), Json.ofTexts(all));
  }

  private static boolean isAboutRegionless(StatementView statement) {
    return statement.resources().isEmpty()
        || statement.resources().stream()
            .anyMatch(
                text -> Patterns.overlapArn(text.value(), "arn:aws:bedrock:::foundation-model/*"));
  }

  private static void destinations(
      ConditionView condition, List<String> allowed, Subject subject, Findings findings) {
    var blocked = new TreeMap<String, Set<String>>();
    var at = subject.options().at();
    for (var model : subject.models().models()) {
      model
          .byRegion()
          .forEach((region, here) -> {
            var stage = here.lifecycle().stage(at);
            if (isAllowed(region, allowed) && (stage == Stage.ACTIVE || stage == Stage.LEGACY)) {
              here.routes().forEach(route -> blocked(route, allowed, blocked));
            }
          });
    }
    if (!blocked.isEmpty()) {
      findings.add(
          "region-denial-blocks-destinations",
          condition.place(),
          "regions",
          blocked.entrySet().stream()
              .map(RegionDenialCheck::words)
              .collect(Collectors.joining("; ")));
    }
  }

  private static void blocked(Route route, List<String> allowed, Map<String, Set<String>> blocked) {
    if (route instanceof Route.Geographic(var id, _, _, var destinations)) {
      var missing = destinations.stream().filter(one -> !isAllowed(one, allowed)).toList();
      if (!missing.isEmpty()) {
        var prefix = id.substring(0, id.indexOf('.') + 1);
        blocked.computeIfAbsent(prefix, _ -> new TreeSet<>()).addAll(missing);
      }
    }
  }

  private static void globalServices(
      StatementView statement, ConditionView condition, Subject subject, Findings findings) {
    var allowed = condition.values().stream().map(text -> text.value()).toList();
    if (isAllowed("us-east-1", allowed)
        || (statement.element("NotAction").isEmpty()
            && statement.actions().stream().noneMatch(text -> text.value().equals("*")))) {
      return;
    }
    var hit = GLOBAL.stream().filter(action -> subject.isAbout(statement, action)).toList();
    if (!hit.isEmpty()) {
      findings.add(
          "region-denial-blocks-global-services",
          condition.place(),
          "services",
          words(hit.stream().map(action -> action.substring(0, action.indexOf(':'))).toList()));
    }
  }

  private static boolean isAllowed(String region, List<String> allowed) {
    return allowed.stream().anyMatch(one -> Patterns.covers(one, region));
  }

  private static String words(Map.Entry<String, Set<String>> entry) {
    return "`" + entry.getKey() + "` to " + words(entry.getValue());
  }

  private static String words(Iterable<String> names) {
    var all = new ArrayList<String>();
    names.forEach(name -> all.add("`" + name + "`"));
    return String.join(", ", all);
  }
}
