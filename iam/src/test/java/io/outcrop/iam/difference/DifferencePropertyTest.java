package io.outcrop.iam.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.sample.RandomSituations;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every comparison, on random policies.
class DifferencePropertyTest {
  private static final List<PolicyKind> KINDS =
      List.of(
          PolicyKind.IDENTITY,
          PolicyKind.RESOURCE,
          PolicyKind.SCP,
          PolicyKind.BOUNDARY,
          PolicyKind.ENDPOINT,
          PolicyKind.SESSION);

  private final long seed = Optional.ofNullable(Long.getLong("seed")).orElse(20261128L);

  @Test
  void aPolicyWrittenOtherwiseIsEquivalent() {
    for (var i = 0; i < 1000; i++) {
      var kind = KINDS.get(i % KINDS.size());
      var document = new RandomSituations(seed + i).policy(kind, 0).document();
      var other = parse((Json.Obj) shuffled(document.source(), "", new Random(seed + i)), kind);
      assertThat(PolicyDifferences.between(List.of(document), List.of(other)))
          .as("seed %d: %s", seed + i, document.source())
          .isEqualTo(new PolicyDifference.Equivalent());
    }
  }

  @Test
  void anAllowMoreOnlyGainsAndADenyMoreOnlyLoses() {
    var shown = 0;
    for (var i = 0; i < 120; i++) {
      var kind = KINDS.get(i % KINDS.size());
      var random = new RandomSituations(seed + i);
      var before = random.policy(kind, 0).document();
      var deny = i % 2 == 0;
      var after = with(before, random.statement(kind, 9, deny));
      var answer = PolicyDifferences.between(List.of(before), List.of(after));
      if (answer instanceof PolicyDifference.Changed(var changes, _)) {
        shown++;
        assertThat(changes)
            .as("seed %d: %s to %s", seed + i, before.source(), after.source())
            .allMatch(change -> change.direction() == (deny ? Direction.LOST : Direction.GAINED));
      }
      DifferenceSuiteTest.confirm(kind, List.of(before), List.of(after), answer);
      mirrored(kind, before, after, answer);
    }
    assertThat(shown).isGreaterThan(40);
  }

  @Test
  void everyExampleOfAnyTwoPoliciesIsConfirmed() {
    for (var i = 0; i < 60; i++) {
      var kind = KINDS.get(i % KINDS.size());
      var before = new RandomSituations(seed + i).policy(kind, 0).document();
      var after = new RandomSituations(seed - i - 1).policy(kind, 0).document();
      var answer = PolicyDifferences.between(List.of(before), List.of(after));
      DifferenceSuiteTest.confirm(kind, List.of(before), List.of(after), answer);
    }
  }

  /// Going back loses what was gained.
  private static void mirrored(
      PolicyKind kind, PolicyDocument before, PolicyDocument after, PolicyDifference forth) {
    var back = PolicyDifferences.between(List.of(after), List.of(before));
    DifferenceSuiteTest.confirm(kind, List.of(after), List.of(before), back);
    if (forth instanceof PolicyDifference.Changed(var there, _)
        && back instanceof PolicyDifference.Changed(var again, _)) {
      assertThat(again.stream().map(AccessChange::direction).distinct())
          .doesNotContainAnyElementsOf(
              there.stream().map(AccessChange::direction).distinct().toList());
    } else {
      assertThat(back.getClass()).isEqualTo(forth.getClass());
    }
  }

  private static PolicyDocument with(PolicyDocument document, Json statement) {
    var statements =
        new ArrayList<>(
            document.source().get("Statement").orElseThrow() instanceof Json.Arr array
                ? array.elements()
                : List.of(document.source().get("Statement").orElseThrow()));
    statements.add(statement);
    return parse(document.source().with("Statement", Json.array(statements)), document.kind());
  }

  private static PolicyDocument parse(Json.Obj source, PolicyKind kind) {
    return switch (PolicyParser.parse(source, kind)) {
      case PolicyParsing.Parsed(var document) -> document;
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /// The same policy: members and values in another order, lists for strings, values twice, actions
  /// in another case.
  private static Json shuffled(Json value, String name, Random random) {
    return switch (value) {
      case Json.Obj object -> {
        var names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, random);
        var members = new LinkedHashMap<String, Json>();
        for (var member : names) {
          if (!member.equals("Sid")) {
            members.put(member, shuffled(object.get(member).orElseThrow(), member, random));
          }
        }
        yield Json.object(members);
      }
      case Json.Arr array -> {
        var elements = new ArrayList<Json>();
        array
            .elements()
            .forEach(element -> elements.add(shuffled(element, name + " of a list", random)));
        if (!elements.isEmpty() && random.nextBoolean()) {
          elements.add(elements.getFirst());
        }
        Collections.shuffle(elements, random);
        yield Json.array(elements);
      }
      case Json.Str(var text, _) when name.contains("Action") ->
          Json.of(random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text);
      case Json.Str _ when name.equals("Resource") && random.nextBoolean() ->
          Json.array(List.of(value));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
