package io.outcrop.lint.condition;

import io.outcrop.iam.policy.ConditionOperator.Comparison;
import io.outcrop.iam.policy.ConditionOperator.Quantifier;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.ConditionView;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Two conditions on one key that no request can meet together.
final class ContradictionCheck implements Check {
  private static final Set<Comparison> TEXTS =
      Set.of(
          Comparison.STRING_EQUALS,
          Comparison.STRING_EQUALS_IGNORE_CASE,
          Comparison.STRING_LIKE,
          Comparison.ARN_EQUALS,
          Comparison.ARN_LIKE);

  @Override
  public void check(Subject subject, Findings findings) {
    for (var statement : subject.statements()) {
      for (var later : statement.conditions()) {
        earlier(statement, later).ifPresent(earlier -> report(earlier, later, findings));
      }
    }
  }

  private static Optional<ConditionView> earlier(StatementView statement, ConditionView later) {
    return statement.conditions().stream()
        .takeWhile(one -> one != later)
        .filter(one -> one.isAbout(later.key()))
        .filter(one -> one.parsed().isPresent() && later.parsed().isPresent())
        .filter(one -> contradict(one, later))
        .findFirst();
  }

  private static void report(ConditionView earlier, ConditionView later, Findings findings) {
    var slug =
        earlier.isNegated() != later.isNegated()
            ? "condition-excludes-itself"
            : "condition-never-true";
    findings.add(
        slug,
        later.place(),
        "key",
        later.key(),
        "operator",
        later.operator(),
        "other",
        earlier.operator());
  }

  private static boolean contradict(ConditionView left, ConditionView right) {
    return isAbsentAndCompared(left, right)
        || isAbsentAndCompared(right, left)
        || isApart(left, right)
        || isExcluded(left, right)
        || isExcluded(right, left)
        || isBelowAndAbove(left, right)
        || isBelowAndAbove(right, left);
  }

  private static boolean isAbsentAndCompared(ConditionView absent, ConditionView compared) {
    return is(absent, Comparison.NULL)
        && absent.values().size() == 1
        && absent.holds("true")
        && !is(compared, Comparison.NULL)
        && !compared.isNegated()
        && !compared.isIfExists()
        && !compared.has(Quantifier.ALL);
  }

  private static boolean isApart(ConditionView left, ConditionView right) {
    return isPlainText(left)
        && isPlainText(right)
        && !left.isNegated()
        && !right.isNegated()
        && left.values().stream()
            .allMatch(one ->
                right.values().stream().noneMatch(other -> overlap(left, one, right, other)));
  }

  private static boolean isExcluded(ConditionView wanted, ConditionView excluding) {
    return isPlainText(wanted)
        && isPlainText(excluding)
        && !wanted.isNegated()
        && excluding.isNegated()
        && wanted.values().stream()
            .allMatch(one ->
                excluding.values().stream().anyMatch(other -> covers(excluding, other, one)));
  }

  private static boolean isBelowAndAbove(ConditionView below, ConditionView above) {
    var less =
        is(below, Comparison.NUMERIC_LESS_THAN) || is(below, Comparison.NUMERIC_LESS_THAN_EQUALS);
    var greater =
        is(above, Comparison.NUMERIC_GREATER_THAN)
            || is(above, Comparison.NUMERIC_GREATER_THAN_EQUALS);
    if (!less || !greater || below.isIfExists() || above.isIfExists()) {
      return false;
    }
    var most =
        below.values().stream().flatMap(text -> number(text).stream()).max(BigDecimal::compareTo);
    var least =
        above.values().stream().flatMap(text -> number(text).stream()).min(BigDecimal::compareTo);
    return most.isPresent() && least.isPresent() && most.get().compareTo(least.get()) < 0;
  }

  private static Optional<BigDecimal> number(Text text) {
    return text.value().matches("-?\\d{1,30}(\\.\\d{1,30})?")
        ? Optional.of(new BigDecimal(text.value()))
        : Optional.empty();
  }

  private static boolean isPlainText(ConditionView condition) {
    return condition.comparison().filter(TEXTS::contains).isPresent()
        && condition.has(Quantifier.SINGLE)
        && !condition.isIfExists()
        && !condition.values().isEmpty()
        && condition.values().stream().noneMatch(text -> text.value().contains("${"));
  }

  private static boolean overlap(ConditionView left, Text one, ConditionView right, Text other) {
    var folded =
        is(left, Comparison.STRING_EQUALS_IGNORE_CASE)
            || is(right, Comparison.STRING_EQUALS_IGNORE_CASE);
    return Patterns.overlap(fold(one, folded), fold(other, folded));
  }

  private static boolean covers(ConditionView outer, Text pattern, Text value) {
    var folded = is(outer, Comparison.STRING_EQUALS_IGNORE_CASE);
    var literal = is(outer, Comparison.STRING_EQUALS) || folded;
    var left = fold(pattern, folded);
    var right = fold(value, folded);
    return literal ? left.equals(right) : Patterns.covers(left, right);
  }

  private static String fold(Text text, boolean folded) {
    return folded ? text.value().toLowerCase(Locale.ROOT) : text.value();
  }

  private static boolean is(ConditionView condition, Comparison comparison) {
    return condition.compares(comparison);
  }
}
