package io.outcrop.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// API keys; short-term ones are made as AWS's token generator makes them, by AWS's own signer.
final class ApiKeysTest {
  private static final Instant SIGNED = Instant.parse("2026-11-20T10:00:00Z");
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String TOKEN = "token/EXAMPLE+with=signs";
  private static final String LONG_TERM =
      "ABSK"
          + Base64.getEncoder()
              .encodeToString(
                  "BedrockAPIKey-a1b2-at-111122223333:EXAMPLE".getBytes(StandardCharsets.UTF_8));
  private static final String UNKNOWN =
      "Authentication failed: Please make sure your API Key is valid.";

  private final Map<String, String> headers =
      new LinkedHashMap<>(Map.of("host", "bedrock-runtime.us-east-1.amazonaws.com"));
  private String target = "/model/m/converse";
  private String signingName = "bedrock";
  private Instant now = SIGNED.plus(Duration.ofHours(1));
  private Optional<Instant> ownTime = Optional.empty();
  private Keys.Key key = new Keys.Key.Active(Secret.of(SECRET), Secret.of(TOKEN));
  private Keys.ApiKey apiKey = new Keys.ApiKey.Active("ACCAEXAMPLE");

  @Test
  void shortTermKeysStandForTheirSigner() {
    bearer(shortTerm(Duration.ofHours(12)));
    assertThat(verify())
        .isEqualTo(
            new Verification.WithApiKey(
                new Caller.ApiKey("ASIAIOSFODNN7EXAMPLE", Caller.Term.SHORT_TERM), "us-east-1"));
  }

  @Test
  void shortTermKeysHoldForTheirTime() {
    bearer(shortTerm(Duration.ofHours(12)));
    now = SIGNED.plus(Duration.ofHours(12));
    assertThat(verify()).isInstanceOf(Verification.WithApiKey.class);
    now = now.plusSeconds(1);
    assertRefused(403, "Bearer Token has expired");
  }

  @Test
  void shortTermKeysOfAWorldsFileHoldByTheWorldsTime() {
    bearer(shortTerm(Duration.ofHours(12)));
    now = SIGNED.plus(Duration.ofDays(9));
    ownTime = Optional.of(SIGNED.plus(Duration.ofHours(1)));
    assertThat(verify()).isInstanceOf(Verification.WithApiKey.class);
    ownTime = Optional.of(SIGNED.plus(Duration.ofHours(13)));
    assertRefused(403, "Bearer Token has expired");
    ownTime = Optional.of(SIGNED.minusSeconds(1));
    assertRefused(403, "Bearer Token has expired");
  }

  @Test
  void shortTermKeysLiveNoLongerThanTheSession() {
    bearer(shortTerm(Duration.ofHours(12)));
    key = new Keys.Key.Expired();
    assertRefused(403, "Bearer Token has expired");
    key = new Keys.Key.Invalid();
    assertRefused(403, UNKNOWN);
  }

  @Test
  void shortTermKeysAreForOneRegion() {
    bearer(shortTerm(Duration.ofHours(12)));
    headers.put("host", "bedrock-runtime.eu-central-1.amazonaws.com");
    assertRefused(403, UNKNOWN);
    headers.put("host", "127.0.0.1:4599");
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.WithApiKey.class,
            found -> assertThat(found.region()).isEqualTo("us-east-1"));
  }

  @Test
  void shortTermKeysHoldForTwelveHoursAtMost() {
    bearer(shortTerm(Duration.ofHours(13)));
    assertRefused(403, UNKNOWN);
  }

  @Test
  void anyChangedCharacterOfAShortTermKeyIsRefused() {
    var whole = shortTerm(Duration.ofHours(12));
    for (var i = 0; i < whole.length(); i++) {
      var changed = whole.charAt(i) == 'A' ? 'B' : 'A';
      bearer(whole.substring(0, i) + changed + whole.substring(i + 1));
      assertThat(verify()).as("character %d", i).isInstanceOf(Verification.Refused.class);
    }
    bearer(whole + "A");
    assertRefused(403, UNKNOWN);
  }

  @Test
  void theSecretHasToBeTheSigners() {
    bearer(shortTerm(Duration.ofHours(12)));
    key = new Keys.Key.Active(Secret.of(SECRET + "x"), Secret.of(TOKEN));
    assertRefused(403, UNKNOWN);
    key = new Keys.Key.Active(Secret.of(SECRET), Secret.of("another"));
    assertRefused(403, UNKNOWN);
  }

  @Test
  void longTermKeysAreCredentials() {
    bearer(LONG_TERM);
    assertThat(verify())
        .isEqualTo(
            new Verification.WithApiKey(
                new Caller.ApiKey("ACCAEXAMPLE", Caller.Term.LONG_TERM), "us-east-1"));
    apiKey = new Keys.ApiKey.Expired();
    assertRefused(403, "Bearer Token has expired");
    apiKey = new Keys.ApiKey.Invalid();
    assertRefused(403, UNKNOWN);
  }

  @Test
  void otherTextsAreNoKeys() {
    bearer("something");
    assertRefused(403, "Invalid API Key format: Must start with pre-defined prefix");
    bearer("bedrock-api-key-%%%");
    assertRefused(403, UNKNOWN);
  }

  @Test
  void theOwnHeaderIsForForeignRoutesAlone() {
    headers.put("x-api-key", LONG_TERM);
    assertThat(verify()).isEqualTo(new Verification.Unsigned());
    target = "/anthropic/v1/messages";
    assertThat(verify()).isInstanceOf(Verification.WithApiKey.class);
    apiKey = new Keys.ApiKey.Invalid();
    assertRefused(401, UNKNOWN);
    target = "/v1/models";
    signingName = "bedrock-mantle";
    assertRefused(401, UNKNOWN);
  }

  @Test
  void servicesThatTakeNoApiKeysReadASignature() {
    bearer(LONG_TERM);
    signingName = "sts";
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.Refused.class,
            refused ->
                assertThat(refused.fault().code()).isEqualTo("IncompleteSignatureException"));
  }

  private void bearer(String text) {
    headers.put("authorization", "Bearer " + text);
  }

  private void assertRefused(int status, String message) {
    assertThat(verify())
        .isEqualTo(
            new Verification.Refused(
                new Reply.Fault(status, "AccessDeniedException", message, true)));
  }

  private Verification verify() {
    var keys =
        new Keys() {
          @Override
          public Key find(String accessKeyId) {
            return accessKeyId.equals("ASIAIOSFODNN7EXAMPLE") ? key : new Key.Invalid();
          }

          @Override
          public Optional<Instant> ownTime() {
            return ownTime;
          }

          @Override
          public ApiKey findApiKey(Secret text) {
            return text.equals(Secret.of(LONG_TERM)) ? apiKey : new ApiKey.Invalid();
          }
        };
    return new SignatureVerifier(keys, InstantSource.fixed(now))
        .verify(new Request("POST", target, "", Headers.of(headers), new byte[0]), signingName);
  }

  private static String shortTerm(Duration validFor) {
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://bedrock.amazonaws.com/?Action=CallWithBearerToken"))
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(parameters ->
                parameters
                    .identity(
                        AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", SECRET, TOKEN))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, validFor)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(SIGNED, ZoneOffset.UTC)));
    var url = signed.request().getUri().toString().substring("https://".length()) + "&Version=1";
    return "bedrock-api-key-"
        + Base64.getEncoder().encodeToString(url.getBytes(StandardCharsets.UTF_8));
  }
}
