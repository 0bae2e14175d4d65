package io.outcrop.iam.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceReferenceTest {
  private static final ServiceReference REFERENCE = ServiceReference.shipped();

  @Test
  void everyServiceCanBeReadAndHasUniqueNames() {
    assertThat(REFERENCE.services()).hasSizeGreaterThan(450);
    assertThat(REFERENCE.services())
        .allSatisfy(prefix -> {
          var service = REFERENCE.service(prefix).orElseThrow();
          assertThat(service.name()).isNotBlank();
          assertThat(service.actions()).extracting(Action::name).doesNotHaveDuplicates();
          assertThat(service.types())
              .allSatisfy(type -> assertThat(type.arn()).startsWith("arn:").contains(":"));
        });
    assertThat(REFERENCE.matching("*")).hasSizeGreaterThan(20_000);
  }

  @Test
  void bedrockIsThereInFull() {
    var bedrock = REFERENCE.service("bedrock").orElseThrow();
    assertThat(bedrock.actions()).hasSize(262);
    assertThat(bedrock.types()).hasSize(40);
    assertThat(bedrock.keys()).hasSize(13);
    assertThat(bedrock.isUnderResourceControl()).isFalse();
    assertThat(REFERENCE.service("bedrock-mantle").orElseThrow().actions()).hasSize(38);
    assertThat(REFERENCE.service("bedrock-websearch").orElseThrow().actions()).hasSize(3);
  }

  @Test
  void anActionSaysWhatItKnows() {
    var invoke = REFERENCE.action("BEDROCK:invokemodel").orElseThrow();
    assertThat(invoke.id()).isEqualTo("bedrock:InvokeModel");
    assertThat(invoke.types())
        .hasSize(12)
        .extracting(ResourceType::name)
        .contains("foundation-model");
    assertThat(invoke.knows("bedrock:inferenceprofilearn")).isTrue();
    assertThat(invoke.knows("aws:RequestTag/team")).isTrue();
    assertThat(invoke.knows("bedrock:BearerTokenType")).isFalse();
    assertThat(REFERENCE.action("bedrock:CallWithBearerToken").orElseThrow().types()).isEmpty();
  }

  @Test
  void patternsMatchAsInPolicies() {
    assertThat(REFERENCE.matching("bedrock:InvokeModel*"))
        .extracting(Action::name)
        .containsExactly("InvokeModel", "InvokeModelWithResponseStream");
    assertThat(REFERENCE.matching("*:Get*")).isEmpty();
    assertThat(REFERENCE.matching("s3:getobjec?"))
        .extracting(Action::id)
        .containsExactly("s3:GetObject");
  }

  @Test
  void keysHaveTypes() {
    assertThat(REFERENCE.key("aws:sourceip").orElseThrow().type()).isEqualTo(ConditionKey.Type.IP);
    assertThat(REFERENCE.key("aws:TagKeys").orElseThrow().many()).isTrue();
    assertThat(REFERENCE.key("aws:ViaAWSMCPService").orElseThrow().type())
        .isEqualTo(ConditionKey.Type.BOOL);
    assertThat(REFERENCE.key("aws:CalledViaAWSMCP")).isPresent();
    assertThat(REFERENCE.key("bedrock:InferenceProfileArn").orElseThrow().type())
        .isEqualTo(ConditionKey.Type.ARN);
    assertThat(REFERENCE.key("aws:RequestTag/team").orElseThrow().name())
        .isEqualTo("aws:RequestTag/${TagKey}");
    assertThat(REFERENCE.key("aws:RequestTag/")).isEmpty();
    assertThat(REFERENCE.key("aws:InferenceProfileArn")).isEmpty();
    assertThat(REFERENCE.key("codebuild:secondarySources/x.location"))
        .map(ConditionKey::name)
        .hasValue("codebuild:secondarySources/${sourceIdentifier}.location");
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock:InvokeModle, bedrock:InvokeModel",
    "bedrok:InvokeModel, bedrock:InvokeModel",
    "InvokeModelWithResponseStream, bedrock:InvokeModelWithResponseStream",
    "aws-marketplace:ViewSubscription, aws-marketplace:ViewSubscriptions",
  })
  void nearestAction(String wrong, String meant) {
    assertThat(REFERENCE.action(wrong)).isEmpty();
    assertThat(REFERENCE.nearestAction(wrong)).map(Action::id).hasValue(meant);
  }

  @Test
  void whatIsFarFromEverythingHasNoNearest() {
    assertThat(REFERENCE.nearestAction("bedrock:Xyzzy")).isEmpty();
    assertThat(REFERENCE.nearestService("qqqqqqq")).isEmpty();
    assertThat(REFERENCE.nearestKey("aws:PrincipalOrgIds")).hasValue("aws:PrincipalOrgID");
    assertThat(REFERENCE.nearestKey("bedrok:InferenceProfileArn"))
        .hasValue("bedrock:InferenceProfileArn");
  }
}
