package io.outcrop.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Keys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Requests that AWS's own signer signed in their query.
class PresignedTest {
  private static final Instant SIGNED = Instant.parse("2026-11-20T10:00:00Z");
  private static final String TOKEN = "token/EXAMPLE+with=signs";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  @Test
  void holdsUntilItsTimeIsOver() {
    var target = presigned();
    assertThat(verify(target, SIGNED.plus(Duration.ofMinutes(10))))
        .isEqualTo(new Verification.Signed("ASIAIOSFODNN7EXAMPLE", "us-east-1"));
    assertThat(verify(target, SIGNED.plus(Duration.ofMinutes(16))))
        .isInstanceOf(Verification.Refused.class);
    assertThat(verify(target.replace("GetCallerIdentity", "GetSessionToken"), SIGNED))
        .isInstanceOf(Verification.Refused.class);
  }

  private static Verification verify(String target, Instant now) {
    var key = new Keys.Key.Active(Secret.of(SECRET), Secret.of(TOKEN));
    var request =
        new Request(
            "GET",
            target,
            "",
            Headers.of(Map.of("host", "sts.us-east-1.amazonaws.com")),
            new byte[0]);
    return new SignatureVerifier(_ -> key, InstantSource.fixed(now)).verify(request, "sts");
  }

  private static String presigned() {
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(
                URI.create(
                    "https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15"))
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(parameters ->
                parameters
                    .identity(
                        AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", SECRET, TOKEN))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(SIGNED, ZoneOffset.UTC)));
    var uri = signed.request().getUri();
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
