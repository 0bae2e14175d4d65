package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bedrock-runtime.us-east-1.amazonaws.com",
        "bedrock-runtime-fips.us-gov-west-1.amazonaws.com",
        "bedrock-runtime.eusc-de-east-1.amazonaws.eu",
        "bedrock-mantle.us-east-1.api.aws",
        "bedrock.amazonaws.com",
        "bedrock.cn-north-1.amazonaws.com.cn",
        "iam.amazonaws.com",
        "iam.global.api.aws",
        "sts.amazonaws.com",
        "sts.ap-southeast-4.amazonaws.com",
        "organizations.us-east-1.amazonaws.com",
        "servicequotas.us-east-1.amazonaws.com",
        "account.us-east-1.amazonaws.com",
        "vpce-0123456789abcdef0-a1b2c3d4.bedrock-runtime.us-east-1.vpce.amazonaws.com"
      })
  void hostsOfKnownServicesAreServed(String host) {
    assertThat(AwsHosts.serve(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3.us-east-1.amazonaws.com",
        "bedrock-agent-runtime.us-east-1.amazonaws.com",
        "amazonaws.com",
        "us-east-1.amazonaws.com",
        "evil.bedrock-runtime.us-east-1.amazonaws.com",
        "bedrock-runtime.us-east-1.amazonaws.com.evil.example",
        "bedrock-runtime.bucket.amazonaws.com",
        "bedrock-runtime.us-east-1.example.com",
        "api.anthropic.com",
        "localhost",
        ""
      })
  void strangersAreNot(String host) {
    assertThat(AwsHosts.serve(host)).isFalse();
  }
}
