package io.outcrop.lint.element;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Element;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The elements of each statement: those that have to be there, those that must not, and those that
/// shut each other out.
final class StatementCheck implements Check {
  private static final List<String> KNOWN =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Set<PolicyKind> NAMING =
      Set.of(PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.RCP, PolicyKind.ENDPOINT);
  private static final Map<String, String> PAIRS =
      Map.of(
          "Action", "action-with-not-action",
          "Resource", "resource-with-not-resource",
          "Principal", "principal-with-not-principal");

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      unknown(statement, findings);
      effect(statement, findings);
      PAIRS.forEach((name, slug) -> pair(statement, name, slug, findings));
      missing(subject, statement, findings);
      forbidden(subject, statement, findings);
      empty(statement, findings);
    }
  }

  private static void unknown(StatementView statement, Findings findings) {
    statement
        .source()
        .members()
        .forEach((name, member) -> {
          if (!KNOWN.contains(name)) {
            var place = statement.place().member(name, member.namePosition());
            DocumentCheck.unknown(name, KNOWN, statement.source(), place, findings);
          }
        });
  }

  private static void effect(StatementView statement, Findings findings) {
    var effect = statement.source().get("Effect");
    if (effect.isEmpty()) {
      missing("missing-effect", statement, findings);
    } else if (!statement.allows() && !statement.denies()) {
      effect
          .get()
          .asText()
          .ifPresent(text -> {
            var reported =
                findings.add("unknown-effect", statement.placeOf("Effect"), "effect", text);
            for (var real : List.of("Allow", "Deny")) {
              if (real.equalsIgnoreCase(text.strip())) {
                reported.fix(
                    "write `" + real + "`",
                    Certainty.CERTAIN,
                    "the policy can be read from then on",
                    Steps.replace(statement.placeOf("Effect").pointer(), Json.of(real)));
              }
            }
          });
    }
  }

  private static void pair(StatementView statement, String name, String slug, Findings findings) {
    var members = statement.source().members();
    if (members.containsKey(name) && members.containsKey("Not" + name)) {
      findings.add(slug, statement.placeOf("Not" + name));
    }
  }

  private static void missing(Subject subject, StatementView statement, Findings findings) {
    var kind = subject.kind();
    if (!has(statement, "Action")) {
      missing("missing-action", statement, findings);
    }
    var needsResource = kind != PolicyKind.TRUST && kind != PolicyKind.RESOURCE;
    if (needsResource && !has(statement, "Resource")) {
      missing("missing-resource", statement, findings);
    }
    if (NAMING.contains(kind) && !has(statement, "Principal")) {
      missing("missing-principal", statement, findings);
    }
  }

  /// What was misspelt is not missing too.
  private static void missing(String slug, StatementView statement, Findings findings) {
    if (!findings.has("unknown-element", statement.place())) {
      findings.add(slug, statement.place());
    }
  }

  private static void forbidden(Subject subject, StatementView statement, Findings findings) {
    var kind = subject.kind();
    for (var name : List.of("Principal", "NotPrincipal")) {
      if (!NAMING.contains(kind) && statement.source().members().containsKey(name)) {
        findings
            .add("principal-not-used-here", statement.placeOf(name), "element", name)
            .fix(
                "take `" + name + "` out",
                Certainty.LIKELY,
                "the policy can be read from then on, and is about whoever it is attached to",
                Steps.remove(statement.placeOf(name).pointer()));
      }
    }
    var notPrincipal = statement.source().members().containsKey("NotPrincipal");
    if (notPrincipal && (kind == PolicyKind.TRUST || kind == PolicyKind.RCP)) {
      findings.add("not-principal-not-used-here", statement.placeOf("NotPrincipal"));
    }
    if (kind == PolicyKind.TRUST) {
      for (var name : List.of("Resource", "NotResource")) {
        if (statement.source().members().containsKey(name)) {
          findings
              .add("resource-not-used-here", statement.placeOf(name), "element", name)
              .fix(
                  "take `" + name + "` out",
                  Certainty.CERTAIN,
                  "the policy can be read from then on",
                  Steps.remove(statement.placeOf(name).pointer()));
        }
      }
    }
  }

  private static void empty(StatementView statement, Findings findings) {
    for (Element element : statement.elements()) {
      var value = statement.source().get(element.name()).orElse(Json.ofNull());
      if (value instanceof Json.Arr array && array.elements().isEmpty()) {
        findings.add("empty-list", statement.placeOf(element.name()), "element", element.name());
      }
    }
    if (statement.source().get("Condition").orElse(Json.ofNull()) instanceof Json.Obj condition
        && condition.members().isEmpty()) {
      var place = statement.placeOf("Condition");
      findings
          .add("empty-condition", place)
          .fix("take `Condition` out", Certainty.CERTAIN, "", Steps.remove(place.pointer()));
    }
  }

  private static boolean has(StatementView statement, String name) {
    var members = statement.source().members();
    return members.containsKey(name) || members.containsKey("Not" + name);
  }
}
