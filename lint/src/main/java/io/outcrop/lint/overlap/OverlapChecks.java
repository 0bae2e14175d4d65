package io.outcrop.lint.overlap;

import io.outcrop.json.Json;
import io.outcrop.lint.finding.Certainty;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Steps;
import io.outcrop.lint.subject.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiPredicate;

/// Statements that another statement repeats, covers or shadows. A statement is covered if another
/// of the same effect is about all of its principals, actions and resources and asks for no
/// condition that it does not ask for itself; it is shadowed if such a one denies.
public final class OverlapChecks implements Check {
  @Override
  public void check(Subject subject, Findings findings) {
    var all = subject.statements();
    var first = new HashMap<Json, StatementView>();
    for (var inner : all) {
      var before = first.putIfAbsent(inner.source().without("Sid"), inner);
      if (before != null) {
        add("statement-repeated", before, inner, findings);
        continue;
      }
      for (var outer : all) {
        if (inner.index() != outer.index() && report(outer, inner, findings)) {
          break;
        }
      }
    }
  }

  private static boolean report(StatementView outer, StatementView inner, Findings findings) {
    if (!covers(outer, inner)) {
      return false;
    }
    if (inner.allows() && outer.denies() && isUnconditional(outer)) {
      return add("allow-shadowed-by-deny", outer, inner, findings);
    }
    var same = inner.allows() == outer.allows() && inner.denies() == outer.denies();
    return same
        && (outer.index() < inner.index() || !covers(inner, outer))
        && add("statement-covered", outer, inner, findings);
  }

  private static boolean add(
      String slug, StatementView outer, StatementView inner, Findings findings) {
    var reported = findings.add(slug, inner.place(), "by", name(outer));
    if (inner.removable()) {
      reported.fix(
          "take the statement out", Certainty.CERTAIN, "", Steps.remove(inner.place().pointer()));
    }
    return true;
  }

  private static String name(StatementView statement) {
    return statement
        .source()
        .text("Sid")
        .filter(sid -> !sid.isEmpty())
        .map(sid -> "statement `" + sid + "`")
        .orElse("statement " + (statement.index() + 1));
  }

  private static boolean covers(StatementView outer, StatementView inner) {
    var effects = inner.allows() == outer.allows() || (inner.allows() && outer.denies());
    return effects
        && covers(outer, inner, "Action", OverlapChecks::coversAction)
        && covers(outer, inner, "Resource", OverlapChecks::coversResource)
        && coversPrincipals(outer, inner)
        && asksNoMore(outer, inner);
  }

  private static boolean covers(
      StatementView outer, StatementView inner, String name, BiPredicate<String, String> one) {
    var outers = outer.element(name);
    var inners = inner.element(name);
    var negated = "Not" + name;
    if (outer.element(negated).isPresent() || inner.element(negated).isPresent()) {
      return outer.source().get(negated).equals(inner.source().get(negated))
          && outers.isEmpty()
          && inners.isEmpty();
    }
    if (outers.isEmpty() || inners.isEmpty()) {
      return outers.isEmpty() && inners.isEmpty();
    }
    return !inners.get().values().isEmpty()
        && inners.get().values().stream()
            .allMatch(text ->
                outers.get().values().stream()
                    .anyMatch(other -> one.test(other.value(), text.value())));
  }

  private static boolean coversAction(String outer, String inner) {
    return Patterns.coversIgnoringCase(outer, inner);
  }

  private static boolean coversResource(String outer, String inner) {
    return outer.equals(inner)
        || (!outer.contains("${") && !inner.contains("${") && Patterns.coversArn(outer, inner));
  }

  private static boolean coversPrincipals(StatementView outer, StatementView inner) {
    var same =
        List.of("Principal", "NotPrincipal").stream()
            .allMatch(name -> outer.source().get(name).equals(inner.source().get(name)));
    var everyone =
        outer.source().text("Principal").filter("*"::equals).isPresent()
            && inner.source().get("NotPrincipal").isEmpty();
    return same || everyone;
  }

  private static boolean asksNoMore(StatementView outer, StatementView inner) {
    var asked = outer.source().get("Condition");
    return isUnconditional(outer) || asked.equals(inner.source().get("Condition"));
  }

  private static boolean isUnconditional(StatementView statement) {
    return statement.source().get("Condition").orElse(Json.object()).equals(Json.object());
  }
}
