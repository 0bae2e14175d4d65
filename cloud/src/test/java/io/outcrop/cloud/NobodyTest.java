package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.PolicyOwner;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is asked of nobody gets as far as an answer that is read; else the first call in earnest
/// would have to do the rest.
final class NobodyTest {
  private static final PolicyOwner USER = new PolicyOwner(PolicyOwner.Kind.USER, "nobody");

  @Test
  void everyCallIsAnswered() {
    try (var nobody = AwsAccount.ofNobody()) {
      var iam = nobody.iam();
      assertThat(
              List.of(
                  nobody.sts().callerIdentity(),
                  nobody.bedrock().listFoundationModels(),
                  nobody.organizations().describe(),
                  iam.user("nobody"),
                  iam.groups("nobody"),
                  iam.inlinePolicy(USER, "own"),
                  iam.managedPolicy("arn:aws:iam::aws:policy/attached")))
          .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Succeeded.class));
    }
  }

  @Test
  void nobodyHasAnInlineAndAnAttachedPolicy() {
    try (var nobody = AwsAccount.ofNobody()) {
      assertThat(nobody.iam().inlinePolicyNames(USER).map(List::size))
          .isEqualTo(new Answer.Succeeded<>(1, ""));
      assertThat(nobody.iam().attachedPolicies(USER).map(List::size))
          .isEqualTo(new Answer.Succeeded<>(1, ""));
    }
  }
}
