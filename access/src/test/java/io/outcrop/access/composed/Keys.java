package io.outcrop.access.composed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// The credentials of a draft's callers.
record Keys(Draft draft) {
  static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY01";
  private static final String OTHER_SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY02";
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration AGE = Duration.ofHours(1);
  private static final Duration TOO_OLD = Duration.ofHours(13);

  /// The secret that the client has.
  String secret() {
    return draft.secretRight ? SECRET : OTHER_SECRET;
  }

  String token() {
    return "IQoJb3JpZ2luX2VjEXAMPLETOKEN" + draft.number;
  }

  String caller() {
    return id(draft.role ? "ASIA" : "AKIA");
  }

  /// The key of the user from whom a chain of roles starts.
  String gateway() {
    return id("AKIAG");
  }

  String admin() {
    return id("AKIAB");
  }

  String apiKeyId() {
    return id("ACCA");
  }

  private String id(String letters) {
    var digits = "%09d".formatted(draft.number).substring(letters.length() - "AKIA".length());
    return letters + digits.replace('0', 'A') + "EXAMPLE";
  }

  /// The long-term API key.
  String apiKey() {
    var text = "application-at-%s:EXAMPLE%s".formatted(draft.account(), draft.account());
    return "ABSK" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A short-term API key as AWS's token generators make it: a request that is signed beforehand.
  /// The sandbox holds signatures against the real time, whatever a world's clock says.
  String shortApiKey() {
    var identity =
        draft.role
            ? AwsSessionCredentialsIdentity.create(caller(), SECRET, token())
            : AwsCredentialsIdentity.create(caller(), SECRET);
    var made = Instant.now().minus(draft.keyExpired ? TOO_OLD : AGE);
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://bedrock.amazonaws.com/"))
            .putRawQueryParameter("Action", "CallWithBearerToken")
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(parameters ->
                parameters
                    .identity(identity)
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, draft.region())
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LIFE)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(made, ZoneOffset.UTC)));
    var url = signed.request().getUri().toString().substring("https://".length()) + "&Version=1";
    return "bedrock-api-key-"
        + Base64.getEncoder().encodeToString(url.getBytes(StandardCharsets.UTF_8));
  }
}
