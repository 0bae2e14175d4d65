package io.outcrop.iam.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.difference.AccessChange.Direction;
import io.outcrop.iam.policy.PolicyDocument;
import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import io.outcrop.iam.reference.ServiceReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Examples are of actions on resources that AWS has, wherever there is such an example.
final class RealityTest {
  private static final ServiceReference REFERENCE = ServiceReference.shipped();
  private static final Reality REALITY = Reality.of(REFERENCE);
  private static final String SONNET =
      "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6";

  private static PolicyDocument policy(String statement) {
    return switch (PolicyParser.parse("{\"Statement\":" + statement + "}", PolicyKind.IDENTITY)) {
      case PolicyParsing.Parsed(var document) -> document;
      case PolicyParsing.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock:InvokeModel, " + SONNET + ", false, true",
    "bedrock:InvokeModel, arn:aws:bedrock:us-east-1:111122223333:thing/x, false, false",
    "s3:GetObject, " + SONNET + ", false, false",
    "bedrock:ListFoundationModels, *, false, true",
    "bedrock:ListFoundationModels, " + SONNET + ", false, false",
    "bedrock:SomeAction, " + SONNET + ", false, false",
    "bedrock:NewerThanTheReference, " + SONNET + ", true, true",
  })
  void anActionIsOnlyAskedOfItsOwnKindOfResource(
      String action, String resource, boolean named, boolean real) {
    assertThat(REALITY.has(action, resource, named)).isEqualTo(real);
  }

  @Test
  void anExamplesResourceIsOfTheKindThatItsActionIsAbout() {
    for (var action : REFERENCE.matching("bedrock:*")) {
      REALITY
          .resource(action.id())
          .ifPresent(resource ->
              assertThat(REALITY.has(action.id(), resource, false)).as(action.id()).isTrue());
    }
  }

  @Test
  void theExampleOfAWidePatternIsReal() {
    var changed =
        (PolicyDifference.Changed)
            PolicyDifferences.between(
                List.of(),
                List.of(
                    policy("{\"Effect\":\"Allow\",\"Action\":\"bedrock:*\",\"Resource\":\"*\"}")),
                REFERENCE);

    assertThat(changed.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.isReal()).isTrue();
          assertThat(REFERENCE.action(change.example().request().action())).isPresent();
        });
  }

  @Test
  void whatChangesForNothingThatThereIsIsSaidToBeSo() {
    var narrowed =
        policy(
            "[{\"Effect\":\"Deny\",\"Action\":\"bedrock:InvokeModel\",\"NotResource\":\""
                + SONNET
                + "\"}]");
    var before =
        policy(
            "[{\"Effect\":\"Deny\",\"Action\":\"bedrock:InvokeModel\",\"Resource\":\"arn:aws:bedrock:*\"}]");

    var changed =
        (PolicyDifference.Changed)
            PolicyDifferences.between(List.of(before), List.of(narrowed), REFERENCE);

    assertThat(changed.changes())
        .filteredOn(AccessChange::isReal)
        .extracting(AccessChange::direction)
        .containsExactly(Direction.GAINED);
    assertThat(changed.changes())
        .filteredOn(change -> !change.isReal())
        .extracting(AccessChange::direction)
        .containsExactly(Direction.LOST);
  }
}
