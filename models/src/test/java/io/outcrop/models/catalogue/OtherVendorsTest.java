package io.outcrop.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherVendorsTest {
  @ParameterizedTest
  @CsvSource({
    "amazon.nova-2-lite-v1:0, true, false",
    "us.amazon.nova-2-lite-v1:0, false, true",
    "us-gov.meta.llama3-8b-instruct-v1:0, false, true",
    "anthropic.claude-sonnet-5-5, false, false",
    "us.anthropic.claude-sonnet-5-5, false, false",
    "amazon., false, false",
    "us.amazon, false, false",
    "claude, false, false",
    "'', false, false",
  })
  void anIdSaysWhoseItIs(String id, boolean model, boolean profile) {
    assertThat(OtherVendors.isModel(id)).isEqualTo(model);
    assertThat(OtherVendors.isProfile(id)).isEqualTo(profile);
  }
}
