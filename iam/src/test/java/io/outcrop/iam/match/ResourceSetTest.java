package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.match.ResourceSet.Nearest;
import io.outcrop.iam.policy.PolicyKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceSetTest {
  private static ResourceSet resources(PolicyKind kind, boolean negated, String... texts) {
    return ResourceSet.of(Asking.patterns(negated, texts), kind, true);
  }

  private static RequestView object() {
    return Asking.view("s3:GetObject", Asking.OBJECT);
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, *, true",
    "IDENTITY, **, true",
    "IDENTITY, '', false",
    "IDENTITY, arn, true",
    "IDENTITY, arn:aws, true",
    "IDENTITY, arn:aws:s3, true",
    "IDENTITY, arn:aws:ec2, false",
    "IDENTITY, xrn:aws:s3, false",
    "IDENTITY, arn:aws:s3:us-east-1:111122223333:bucket/key, true",
    "IDENTITY, arn:aws:*:us-east-1:111122223333:bucket/key, false",
    "IDENTITY, arn:aws:?3:us-east-1:111122223333:bucket/key, false",
    "IDENTITY, arn:aws-?:s3:us-east-1:111122223333:bucket/key, false",
    "IDENTITY, arn:a*:s3:us-*:*:bucket/k?y, true",
    "SESSION, arn:aws:s3, true",
    "BOUNDARY, arn:aws:s3, true",
    "RESOURCE, arn:aws:s3, false",
    "RESOURCE, arn:aws:s3:*, true",
    "RESOURCE, arn:aws:s3:us-east-?, true",
    "TRUST, arn:aws:s3, false",
    "TRUST, arn:aws:s3:us*, true",
    "ENDPOINT, arn:aws:s3, false",
    "ENDPOINT, arn:aws:s3:*, true",
    "SCP, arn:aws:s3, false",
    "SCP, arn:aws:s3:us-*-1, false",
    "SCP, arn:aws:s3:us-*, true",
    "RCP, arn:aws:s3, false",
    "RCP, arn:aws:s3:*, false",
    "RCP, arn:aws:s3:*:*:*, true"
  })
  void fillsUpAShortPatternWhereThatKindOfPolicyDoes(
      PolicyKind kind, String pattern, boolean matches) {
    assertThat(resources(kind, false, pattern).matches(object())).isEqualTo(Truth.of(matches));
  }

  @Test
  void leftOutItIsTheResourceThatHasThePolicy() {
    assertThat(resources(PolicyKind.RESOURCE, false).matches(object())).isEqualTo(Truth.YES);
    assertThat(resources(PolicyKind.RESOURCE, true).matches(object())).isEqualTo(Truth.YES);
  }

  @Test
  void everythingButWhatIsNamed() {
    assertThat(resources(PolicyKind.IDENTITY, true, "*").matches(object())).isEqualTo(Truth.NO);
    assertThat(resources(PolicyKind.IDENTITY, true, Asking.OBJECT).matches(object()))
        .isEqualTo(Truth.NO);
    assertThat(resources(PolicyKind.IDENTITY, true, Asking.OBJECT + "s").matches(object()))
        .isEqualTo(Truth.YES);
  }

  @Test
  void whatIsNoArnIsMatchedByAStarAlone() {
    for (var resource : new String[] {"*", "arn:aws:s3", "bucket:a:b:c:d:e"}) {
      var request = Asking.view("s3:ListAllMyBuckets", resource);
      assertThat(resources(PolicyKind.IDENTITY, false, "*").matches(request)).isEqualTo(Truth.YES);
      assertThat(resources(PolicyKind.IDENTITY, false, Asking.OBJECT).matches(request))
          .isEqualTo(Truth.NO);
      assertThat(resources(PolicyKind.IDENTITY, false, Asking.OBJECT).nearest(request)).isEmpty();
    }
  }

  @Test
  void eachMissingVariableCouldTurnIt() {
    var mine = "arn:aws:s3:us-east-1:111122223333:bucket/${aws:PrincipalTag/a}";
    var ours = "arn:aws:s3:us-east-1:111122223333:bucket/${aws:PrincipalTag/b}";
    var elsewhere = "arn:aws:s3:us-east-2:111122223333:bucket/${aws:PrincipalTag/c}";
    var either = resources(PolicyKind.IDENTITY, false, mine, elsewhere, ours).matches(object());
    assertThat(either.holds()).isFalse();
    assertThat(either.turnedBy())
        .containsExactlyInAnyOrder("aws:PrincipalTag/a", "aws:PrincipalTag/b");
    assertThat(resources(PolicyKind.IDENTITY, false, mine).matches(object()).turnedBy())
        .containsExactly("aws:PrincipalTag/a");
    var neither = resources(PolicyKind.IDENTITY, true, mine, ours).matches(object());
    assertThat(neither.holds()).isTrue();
    assertThat(neither.turnedBy())
        .containsExactlyInAnyOrder("aws:PrincipalTag/a", "aws:PrincipalTag/b");
    assertThat(resources(PolicyKind.IDENTITY, false, mine, Asking.OBJECT).matches(object()))
        .isEqualTo(Truth.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:s3:us-east-2:111122223333:bucket/key arn:aws:s3:us-east-1:1:bucket/key | 1 | 4",
        "arn:aws:s3:us-east-1:111122223333:a arn:aws:s3:us-east-1:111122223333:b      | 0 | 5",
        "arn:aws:s3:us-east-1:1:a            arn:aws:s3:us-east-1:111122223333:b      | 1 | 5",
        "arn:aws:s3:us-east-1:111122223333:b arn:aws:s3:us-east-1:1:a                 | 0 | 5",
        "arn:aws:s3:us-east-2:1:bucket/key   arn:aws:s3:us-east-2:1:a                 | 0 | 3",
        "arn:aws:s3:us-east-2:1:a            arn:aws:s3:us-east-2:1:bucket/key        | 1 | 3",
        "*                                   arn:aws:s3:us-east-2:1:a                 | 1 | 3",
        "arn:aws:s3:us-east-2:1:a            arn:aws:s3:us-east-1:111122223333:bucket/key | 1 | 6"
      })
  void theNearestAgreesInMostParts(String patterns, int index, int agreeing) {
    assertThat(
            resources(PolicyKind.IDENTITY, false, patterns.strip().split(" +")).nearest(object()))
        .isEqualTo(Optional.of(new Nearest(index, agreeing)));
  }
}
