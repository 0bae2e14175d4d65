package io.outcrop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.subject.LintOptions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that are long where nobody expects it are answered, and soon.
class HugeTextTest {
  private static final Linter LINTER = Linter.shipped();
  private static final LintOptions OPTIONS = LintOptions.at(Instant.parse("2026-11-20T00:00:00Z"));

  @ParameterizedTest
  @MethodSource("values")
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void longValuesAreAnswered(String value) {
    var text =
        """
        {"Version": "2012-10-17", "Statement": [{
          "Effect": "Allow",
          "Principal": {"AWS": "%1$s", "Service": "%1$s", "Federated": "%1$s"},
          "Action": ["%1$s"],
          "Resource": ["%1$s"],
          "Condition": {
            "StringLike": {"%1$s": "%1$s"},
            "NumericLessThan": {"aws:EpochTime": "%1$s"},
            "NumericGreaterThan": {"aws:EpochTime": "%1$s"},
            "IpAddress": {"aws:SourceIp": "%1$s"},
            "DateLessThan": {"aws:CurrentTime": "%1$s"}}}]}
        """
            .formatted(value);
    for (var kind : PolicyKind.values()) {
      assertThat(LINTER.lint(text, kind, OPTIONS).findings()).isNotEmpty();
    }
  }

  static Stream<String> values() {
    return Stream.of(
        "9".repeat(20_000),
        "a-".repeat(10_000) + ".amazonaws.com",
        "{aws:a".repeat(3_000),
        "${".repeat(8_000),
        "*a".repeat(1_500),
        "arn:aws:s3:::" + "?".repeat(5_000),
        "bedrock:" + "*?".repeat(800),
        "::".repeat(8_000),
        "repo:*".repeat(3_000),
        "us.anthropic.".repeat(2_000),
        "arn:aws:bedrock:us-east-1::foundation-model/anthropic." + "c-4".repeat(3_000));
  }
}
