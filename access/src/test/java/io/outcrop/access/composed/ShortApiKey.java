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

/// Makes short-term API keys of Bedrock as AWS's token generators do: a request that is signed
/// beforehand. The sandbox holds signatures against the real time, whatever a world's clock says.
final class ShortApiKey {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration AGE = Duration.ofHours(1);
  private static final Duration TOO_OLD = Duration.ofHours(13);

  private ShortApiKey() {}

  static String of(Draft draft) {
    var shown = new Shown(draft);
    var identity =
        draft.role
            ? AwsSessionCredentialsIdentity.create(
                shown.callerKey(), Shown.SECRET, Shown.TOKEN + draft.number)
            : AwsCredentialsIdentity.create(shown.callerKey(), Shown.SECRET);
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
