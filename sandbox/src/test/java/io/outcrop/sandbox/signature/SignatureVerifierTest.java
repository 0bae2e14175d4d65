package io.outcrop.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The request, key and signature are those of AWS's documentation: AWS General Reference,
/// "Signature Version 4 signing process", example of IAM's ListUsers.
class SignatureVerifierTest {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-date, Signature="
          + "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";
  private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");
  private static final Secret SECRET = Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  private static final String TARGET = "/?Action=ListUsers&Version=2010-05-08";

  private final Map<String, String> headers =
      new LinkedHashMap<>(
          Map.of(
              "host", "iam.amazonaws.com",
              "content-type", "application/x-www-form-urlencoded; charset=utf-8",
              "x-amz-date", "20150830T123600Z",
              "authorization", AUTHORIZATION));
  private String target = TARGET;
  private String body = "";
  private Instant now = SIGNED;
  private Keys.Key key = new Keys.Key.Active(SECRET, Secret.of(""));

  @Test
  void theDocumentedExampleHolds() {
    assertThat(verify()).isEqualTo(new Verification.Signed("AKIDEXAMPLE", "us-east-1"));
  }

  @Test
  void parametersMayComeInAnyOrder() {
    target = "/?Version=2010-05-08&Action=ListUsers";
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
  }

  @Test
  void hostMayCarryAPortThatWasNotSigned() {
    headers.put("host", "iam.amazonaws.com:4599");
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
  }

  @Test
  void theAuthorityStandsForTheHost() {
    headers.remove("host");
    var request = request("iam.amazonaws.com:80");
    assertThat(verifier().verify(request, "iam")).isInstanceOf(Verification.Signed.class);
  }

  @Test
  void oneChangedByteAnywhereIsRefused() {
    target = TARGET + "9";
    assertMismatch();
    target = "/x" + TARGET.substring(1);
    assertMismatch();
    target = TARGET;
    body = "x";
    assertMismatch();
    body = "";
    headers.put("content-type", "application/x-www-form-urlencoded; charset=utf-9");
    assertMismatch();
    headers.put("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    headers.put("x-amz-date", "20150830T123601Z");
    assertMismatch();
    headers.put("x-amz-date", "20150830T123600Z");
    headers.put("authorization", AUTHORIZATION.replace("b5d7", "b5d8"));
    assertMismatch();
    headers.put("authorization", AUTHORIZATION);
    key = new Keys.Key.Active(Secret.of(SECRET.reveal() + "x"), Secret.of(""));
    assertMismatch();
  }

  @Test
  void aDeclaredHashOfTheBodyHasToBeTheBodys() {
    headers.put("x-amz-content-sha256", "0".repeat(64));
    assertMismatch();
    headers.put(
        "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
  }

  @Test
  void theClockMayDifferByFiveMinutes() {
    now = Instant.parse("2015-08-30T12:41:00Z");
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
    now = Instant.parse("2015-08-30T12:31:00Z");
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
  }

  @Test
  void anOldSignatureIsExpired() {
    now = Instant.parse("2015-08-30T12:41:01Z");
    assertRefused(
        "InvalidSignatureException",
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
            + " (20150830T124101Z - 5 min.)");
  }

  @Test
  void aSignatureOfTheFutureIsNotYetCurrent() {
    now = Instant.parse("2015-08-30T12:30:59Z");
    assertRefused(
        "InvalidSignatureException",
        "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z"
            + " (20150830T123059Z + 5 min.)");
  }

  @Test
  void unknownExpiredAndForeignTokensAreRefused() {
    key = new Keys.Key.Invalid();
    assertRefused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
    key = new Keys.Key.Expired();
    assertRefused("ExpiredTokenException", "The security token included in the request is expired");
    key = new Keys.Key.Active(SECRET, Secret.of("token-EXAMPLE"));
    assertRefused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
    headers.put("x-amz-security-token", "token-EXAMPLE");
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
    headers.put("x-amz-security-token", "token-EXAMPLF");
    assertRefused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
    key = new Keys.Key.Active(SECRET, Secret.of(""));
    assertRefused(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  @Test
  void theScopeHasToFit() {
    assertThat(verifier().verify(request(""), "bedrock"))
        .isEqualTo(
            refused(
                403,
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'bedrock'. "));
    scoped("20150830/us-east-1/iam/aws5_request");
    assertRefused(
        "InvalidSignatureException",
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'."
            + " ");
    scoped("20150830/everywhere/iam/aws4_request");
    assertRefused("InvalidSignatureException", "Credential should be scoped to a valid region. ");
    scoped("20150831/us-east-1/iam/aws4_request");
    assertRefused(
        "InvalidSignatureException",
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
            + " '20150831' != '20150830', from '20150830T123600Z'.");
    headers.put("authorization", AUTHORIZATION);
    headers.put("host", "iam.eu-central-1.amazonaws.com");
    assertRefused("InvalidSignatureException", "Credential should be scoped to a valid region. ");
  }

  @Test
  void incompleteSignaturesAreNamed() {
    scoped("20150830/us-east-1/iam");
    assertThat(verify())
        .isEqualTo(
            refused(
                400,
                "IncompleteSignatureException",
                "Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got"
                    + " 'AKIDEXAMPLE/20150830/us-east-1/iam'."));
    headers.put("authorization", "AWS4-HMAC-SHA256 Signature=ab");
    headers.remove("x-amz-date");
    assertThat(verify())
        .isEqualTo(
            refused(
                400,
                "IncompleteSignatureException",
                "Authorization header requires 'Credential' parameter. Authorization header"
                    + " requires 'SignedHeaders' parameter. Authorization header requires existence"
                    + " of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and"
                    + " encoded with Base64)"
                    + " Authorization=y+9LsTGb/VyU5C8luI4xsZZCx5wQdpE2ScIvAHOZQrY="));
  }

  @Test
  void aSignatureWithoutTheHostIsRefused() {
    headers.put("authorization", AUTHORIZATION.replace(";host", ""));
    assertRefused(
        "InvalidSignatureException",
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Test
  void noSignatureIsNoRefusalYet() {
    headers.remove("authorization");
    assertThat(verify()).isEqualTo(new Verification.Unsigned());
  }

  @Test
  void allThatIsWrongWithTheScopeIsSaid() {
    scoped("20150831/everywhere/iam/aws5_request");
    assertThat(verifier().verify(request(""), "sts"))
        .isEqualTo(
            refused(
                403,
                "InvalidSignatureException",
                "Credential should be scoped to a valid region. Credential should be scoped to"
                    + " correct service: 'sts'. Credential should be scoped with a valid"
                    + " terminator: 'aws4_request', not 'aws5_request'. Date in Credential scope"
                    + " does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                    + " '20150831' != '20150830', from '20150830T123600Z'."));
  }

  @Test
  void otherAlgorithmsAreRefused() {
    headers.put(
        "authorization", AUTHORIZATION.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"));
    assertThat(verify())
        .isEqualTo(
            refused(
                400,
                "IncompleteSignatureException",
                "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for"
                    + " now). "));
  }

  @Test
  void aHeaderThatIsNoListIsRefused() {
    headers.put("authorization", "Bearer something");
    assertThat(verify())
        .isEqualTo(
            refused(
                400,
                "IncompleteSignatureException",
                "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with"
                    + " SHA-256 and encoded with Base64):"
                    + " 'm4PunOYIkN8DO7fmdMSK44nX8FYrBrtytT8nk6xDOPw='."));
  }

  @Test
  void payloadsThatAreNotSignedAreRefused() {
    for (var declared :
        List.of("UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-UNSIGNED")) {
      headers.put("x-amz-content-sha256", declared);
      assertMismatch();
    }
  }

  @Test
  void pathsAreNormalizedBeforeTheyAreSigned() {
    target = "/./" + TARGET.substring(1);
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
    target = "/a/../" + TARGET.substring(1);
    assertThat(verify()).isInstanceOf(Verification.Signed.class);
  }

  private void scoped(String scope) {
    headers.put(
        "authorization", AUTHORIZATION.replace("20150830/us-east-1/iam/aws4_request", scope));
  }

  private void assertMismatch() {
    assertRefused(
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  private void assertRefused(String code, String message) {
    assertThat(verify()).isEqualTo(refused(403, code, message));
  }

  private static Verification refused(int status, String code, String message) {
    return new Verification.Refused(new Reply.Fault(status, code, message, true));
  }

  private Verification verify() {
    return verifier().verify(request(""), "iam");
  }

  private SignatureVerifier verifier() {
    return new SignatureVerifier(_ -> key, InstantSource.fixed(now));
  }

  private Request request(String authority) {
    return new Request(
        "GET", target, authority, Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }
}
