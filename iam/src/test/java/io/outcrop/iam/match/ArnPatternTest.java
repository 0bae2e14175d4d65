package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArnPatternTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::b, arn:aws:s3:::b, true",
    "arn:aws:s3:::b, arn:aws:s3:::c, false",
    "arn:aws:s3:::b, xrn:aws:s3:::b, false",
    "arn:aws:s3:::*, arn:aws:s3:::b:c:d, true",
    "arn:aws:s3:*:*, arn:aws:s3:::b, false",
    "arn:aws:sns:*:*:t, arn:aws:sns:us-east-1:111122223333:t, true",
    "arn:aws:sns:*:*:t, arn:aws:sns:us-east-1:t, false",
    "*, arn:aws:s3:::b, true",
    "**, arn:aws:s3:::b, true",
    "*, arn:aws:s3, false",
    "*, t, false",
    "*, :::::, true",
    "*, ::::, false",
    "arn, arn, false",
    "'', '', false",
    "?:*:*:*:*:*, a:b:c:d:e:f, true"
  })
  void matchesPartByPart(String pattern, String value, boolean matches) {
    assertThat(ArnPattern.ofMarked(Glob.marked(pattern)).matches(value)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::b, true, true",
    ":::::, true, true",
    "::::, false, false",
    "arn:aws:s3, false, false",
    "*, false, true",
    "'', false, false",
    "a:b:c:d:e:f:g, true, true"
  })
  void knowsWhatHasSixParts(String text, boolean value, boolean pattern) {
    assertThat(ArnPattern.isArn(text)).isEqualTo(value);
    assertThat(ArnPattern.ofMarked(Glob.marked(text)).isArn()).isEqualTo(pattern);
  }
}
