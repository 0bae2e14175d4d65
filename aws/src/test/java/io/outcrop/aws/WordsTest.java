package io.outcrop.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:user/alice",
        "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
        "arn:aws:bedrock:::foundation-model/anthropic.claude-opus-5-5",
        "arn:aws-us-gov:sts::111122223333:assumed-role/app/session"
      })
  void anArnIsWrittenAsItWasRead(String text) {
    assertThat(Arn.parse(text)).map(Arn::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws:iam::111122223333",
        "urn:aws:iam::1:user/a",
        "arn::iam::1:user/a"
      })
  void fewerThanSixPartsAreNoArn(String text) {
    assertThat(Arn.parse(text)).isEmpty();
  }

  @Test
  void aResourceIsSplitAtItsFirstSlash() {
    var arn = Arn.parse("arn:aws:iam::111122223333:role/service-role/app").orElseThrow();
    assertThat(arn.resourceType()).isEqualTo("role");
    assertThat(arn.resourceId()).isEqualTo("service-role/app");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1,AWS",
    "us-gov-west-1,GOVCLOUD",
    "cn-north-1,CHINA",
    "eusc-de-east-1,EUROPEAN_SOVEREIGN",
    "us-isob-east-1,ISO_B"
  })
  void aRegionBelongsToItsPartition(String region, Partition partition) {
    assertThat(Partition.ofRegion(region)).isEqualTo(partition);
  }

  @Test
  void principalsAreToldApart() {
    assertThat(Principal.parse("arn:aws:iam::111122223333:user/team/alice"))
        .get()
        .isInstanceOfSatisfying(
            Principal.IamUser.class, user -> assertThat(user.name()).isEqualTo("alice"));
    assertThat(Principal.parse("arn:aws:sts::111122223333:assumed-role/app/s1"))
        .get()
        .isInstanceOfSatisfying(
            Principal.RoleSession.class,
            session -> {
              assertThat(session.roleName()).isEqualTo("app");
              assertThat(session.sessionName()).isEqualTo("s1");
              assertThat(session.account()).isEqualTo("111122223333");
            });
    assertThat(Principal.parse("arn:aws:iam::111122223333:root"))
        .get()
        .isInstanceOf(Principal.RootUser.class);
    assertThat(Principal.parse("arn:aws:s3:::bucket")).isEmpty();
  }

  @Test
  void aSecretIsNeverPartOfAText() {
    var secret = Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    assertThat(secret.toString() + String.valueOf(secret)).doesNotContain("wJalr");
    assertThat(secret).isEqualTo(Secret.of(secret.reveal())).isNotEqualTo(Secret.of("other"));
  }

  @Test
  void aKeyIdShowsItsEndsOnly() {
    var id = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
    assertThat(id).hasToString("AKIA…MPLE");
    assertThat(id.isTemporary()).isFalse();
    assertThat(new AccessKeyId("short")).hasToString("****");
  }

  @Test
  void hostsFollowPartitionAndService() {
    assertThat(Endpoints.host("bedrock-runtime", "eu-central-1"))
        .isEqualTo("bedrock-runtime.eu-central-1.amazonaws.com");
    assertThat(Endpoints.host("iam", "us-east-1")).isEqualTo("iam.amazonaws.com");
    assertThat(Endpoints.host("sts", "cn-north-1")).isEqualTo("sts.cn-north-1.amazonaws.com.cn");
  }
}
