package io.outcrop.causes.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String LONG =
      Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(200));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws_secret_access_key = %S | SECRET_ACCESS_KEY",
        "AWS_SECRET_ACCESS_KEY=%S | SECRET_ACCESS_KEY",
        "{\"SecretAccessKey\": \"%S\"} | SECRET_ACCESS_KEY",
        "{\\\"secretAccessKey\\\":\\\"%S\\\"} | SECRET_ACCESS_KEY",
        "<SecretAccessKey>%S</SecretAccessKey> | SECRET_ACCESS_KEY",
        "the key was %S and then | SECRET_ACCESS_KEY",
        "aws_session_token=%L | SESSION_TOKEN",
        "\"SessionToken\": \"%L\" | SESSION_TOKEN",
        "x-amz-security-token: %L | SESSION_TOKEN",
        "token IQoJb3JpZ2luX2VjE%L end | SESSION_TOKEN",
        "AWS_BEARER_TOKEN_BEDROCK=ABSK%L | BEDROCK_API_KEY",
        "key bedrock-api-key-%L used | BEDROCK_API_KEY",
        "GET /?X-Amz-Signature=%H&x=1 | PRESIGNED_SIGNATURE",
        "SignedHeaders=host, Signature=%H | AUTHORIZATION",
        "Authorization: Bearer %L | AUTHORIZATION",
        "\"authorization\": \"Basic %L\" | AUTHORIZATION",
        "x-api-key: %L | AUTHORIZATION",
        "OPENAI_API_KEY=sk-%L | OTHER_API_KEY",
        "Encoded authorization failure message: %L | ENCODED_MESSAGE",
        "proxy http://user:%H@proxy.example.com:3128 | PASSWORD",
        "token eyJhbGciOiJSUzI1NiJ9.%L.%L | IDENTITY_TOKEN",
      })
  void aSecretIsTakenOut(String template, SecretKind kind) {
    var hex = "0123456789abcdef".repeat(4);
    var text = template.replace("%S", SECRET).replace("%L", LONG).replace("%H", hex);
    var redaction = Redaction.of(text);
    assertThat(redaction.text()).doesNotContain(SECRET, LONG, hex).contains("(secret)");
    assertThat(redaction.found()).contains(kind);
  }

  @Test
  void aKeyIdKeepsItsEndsAndIsNoSecret() {
    var redaction = Redaction.of("key AKIAIOSFODNN7EXAMPLE is inactive");
    assertThat(redaction.text()).isEqualTo("key AKIA…MPLE is inactive");
    assertThat(redaction.found()).isEmpty();
  }

  @Test
  void aPrivateKeyIsTakenOutWhole() {
    var text = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----";
    assertThat(Redaction.of(text).text()).doesNotContain("MIIEow", "IBAAKC");
  }

  @Test
  void aWrappedSecretIsTakenOutWhole() {
    var text = "aws_secret_access_key=" + SECRET.substring(0, 22) + "\n  " + SECRET.substring(22);
    assertThat(Redaction.of(text).text())
        .doesNotContain(SECRET.substring(0, 22), SECRET.substring(22));
  }

  @Test
  void whatIsNoSecretStays() {
    var text =
        "An error occurred (AccessDeniedException) when calling the InvokeModel operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/app/session is not authorized to perform:"
            + " bedrock:InvokeModel on resource:"
            + " arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0,"
            + " commit 0123456789abcdef0123456789abcdef01234567, request"
            + " 00000000-1111-2222-3333-444444444444, AWS_SESSION_TOKEN=            # Optional";
    assertThat(Redaction.of(text).text()).isEqualTo(text);
  }

  @Test
  void redactingTwiceChangesNothing() {
    var random = new Random(3);
    for (var round = 0; round < 500; round++) {
      var text = "aws_secret_access_key=" + randomText(random) + " Authorization: Bearer " + LONG;
      var once = Redaction.of(text).text();
      assertThat(Redaction.of(once).text()).isEqualTo(once);
    }
  }

  private static String randomText(Random random) {
    var bytes = new byte[random.nextInt(90)];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
