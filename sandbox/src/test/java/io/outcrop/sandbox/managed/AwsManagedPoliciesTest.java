package io.outcrop.sandbox.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.iam.policy.PolicyParser;
import io.outcrop.iam.policy.PolicyParsing;
import org.junit.jupiter.api.Test;

final class AwsManagedPoliciesTest {
  @Test
  void everyShippedPolicyIsOneAndIsFoundByItsArn() {
    var aws = AwsManagedPolicies.shipped();
    assertThat(aws.all()).hasSizeGreaterThan(90);
    for (var policy : aws.all()) {
      assertThat(policy.arn()).endsWith(policy.path() + policy.name());
      assertThat(policy.isAwsManaged()).isTrue();
      assertThat(aws.find(policy.arn())).contains(policy);
      assertThat(PolicyParser.parse(policy.document(), PolicyKind.IDENTITY))
          .as(policy.name())
          .isInstanceOf(PolicyParsing.Parsed.class);
    }
  }
}
