package io.outcrop.iam.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Condition;
import io.outcrop.iam.policy.Statement.NamedPrincipal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.policy.Statement.Patterns;
import io.outcrop.iam.policy.Statement.Principals;
import io.outcrop.iam.request.RequestContext.Value;
import io.outcrop.json.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MismatchTest {
  private static final Position HERE = new Position(3, 7);
  private static final Position THERE = new Position(4, 9);
  private static final Principal CALLER = new Principal.Service("lambda.amazonaws.com");

  private static Patterns patterns(boolean negated) {
    return new Patterns(negated, List.of(new Pattern("a", HERE), new Pattern("b", THERE)));
  }

  private static void says(
      Mismatch mismatch, String element, String wanted, String brought, Position position) {
    assertThat(mismatch.element()).isEqualTo(element);
    assertThat(mismatch.wanted()).isEqualTo(wanted);
    assertThat(mismatch.brought()).isEqualTo(brought);
    assertThat(mismatch.position()).isEqualTo(position);
  }

  @Test
  void ofAnAction() {
    says(new Mismatch.OfAction(patterns(false), "c"), "Action", "a or b", "c", HERE);
    says(new Mismatch.OfAction(patterns(true), "a"), "NotAction", "a or b", "a", HERE);
    var nothing = new Patterns(false, List.of());
    says(new Mismatch.OfAction(nothing, "a"), "Action", "", "a", Position.NONE);
  }

  @Test
  void ofAPrincipal() {
    var names =
        List.of(new NamedPrincipal("AWS", "x", HERE), new NamedPrincipal("AWS", "y", THERE));
    says(
        new Mismatch.OfPrincipal(new Principals.Named(false, names), CALLER),
        "Principal",
        "x or y",
        "lambda.amazonaws.com",
        HERE);
    says(
        new Mismatch.OfPrincipal(new Principals.Named(true, List.of()), CALLER),
        "NotPrincipal",
        "",
        "lambda.amazonaws.com",
        Position.NONE);
    says(
        new Mismatch.OfPrincipal(new Principals.Anyone(true), CALLER),
        "NotPrincipal",
        "*",
        "lambda.amazonaws.com",
        Position.NONE);
    says(
        new Mismatch.OfPrincipal(new Principals.Anyone(false), CALLER),
        "Principal",
        "*",
        "lambda.amazonaws.com",
        Position.NONE);
    says(
        new Mismatch.OfPrincipal(new Principals.Unstated(), CALLER),
        "Principal",
        "",
        "lambda.amazonaws.com",
        Position.NONE);
  }

  @Test
  void ofAResource() {
    var nearest = Optional.of(new Pattern("b", THERE));
    says(
        new Mismatch.OfResource(patterns(false), nearest, "r", "region"),
        "Resource",
        "b",
        "r",
        THERE);
    says(
        new Mismatch.OfResource(patterns(true), Optional.empty(), "r", ""),
        "NotResource",
        "a or b",
        "r",
        HERE);
  }

  @Test
  void ofACondition() {
    var condition = new Condition("StringEquals", "aws:a", List.of(new Pattern("1", HERE)), THERE);
    says(
        new Mismatch.OfCondition(
            condition, Optional.of(new Value("aws:A", true, List.of("2", "3")))),
        "Condition",
        "StringEquals aws:a 1",
        "2, 3",
        THERE);
    says(
        new Mismatch.OfCondition(condition, Optional.empty()),
        "Condition",
        "StringEquals aws:a 1",
        "",
        THERE);
  }

  @Test
  void theFirstOfSeveralIsTheFirst() {
    var first = new Mismatch.OfAction(patterns(false), "c");
    var second = new Mismatch.OfAction(patterns(true), "a");
    assertThat(new Explanation.Match.Fails(List.of(first, second)).first()).isEqualTo(first);
  }
}
