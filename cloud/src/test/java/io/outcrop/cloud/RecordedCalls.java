package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Calls against recorded answers in AWS's own wire forms. The process's environment is poisoned by
/// the build (`pom.xml`), so every test also shows that the SDK reads nothing of it.
abstract class RecordedCalls {
  static final String ID = "11111111-2222-3333-4444-555555555555";

  RecordedAws aws = open();

  AwsAccount account = aws.open(RecordedAws.KEYS);

  private static RecordedAws open() {
    try {
      return new RecordedAws();
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }

  @BeforeEach
  void theProcessIsPoisoned() {
    assertThat(System.getenv("AWS_ENDPOINT_URL")).isEqualTo("http://poison.invalid");
  }

  @AfterEach
  void close() {
    account.close();
    aws.close();
  }

  static String iamError(String code, String message) {
    return "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
        .formatted(code, message, ID);
  }

  static String identity() {
    return """
    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
    <GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/dev</Arn>\
    <UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account></GetCallerIdentityResult>\
    <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></GetCallerIdentityResponse>\
    """
        .formatted(ID);
  }
}
