package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outcrop.sandbox.call.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/// An unmodified client signs; then, on the way, one byte changes.
class ChangedByteTest {
  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";
  private static final Fixture FIXTURE = new Fixture();

  @BeforeAll
  static void answer() {
    FIXTURE.answer("InvokeModel", _ -> new Reply.Payload("application/json", "{}", Map.of()));
  }

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void anUnchangedRequestPasses() {
    invoke(Fixture.USER, _ -> {}, "{\"a\":1}");
    assertThat(FIXTURE.lastCall().body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void aChangedBodyIsRefused() {
    assertMismatch(refusal(Fixture.USER, _ -> {}, "{\"a\":2}"));
  }

  @Test
  void aChangedPathIsRefused() {
    assertMismatch(
        refusal(
            Fixture.USER,
            request -> request.encodedPath(request.encodedPath().replace("model/m", "model/n")),
            "{\"a\":1}"));
  }

  @Test
  void anAddedParameterIsRefused() {
    assertMismatch(
        refusal(Fixture.USER, request -> request.appendRawQueryParameter("x", "1"), "{\"a\":1}"));
  }

  @Test
  void aChangedSignedHeaderIsRefused() {
    assertMismatch(
        refusal(Fixture.USER, request -> request.putHeader("Accept", "text/plain"), "{\"a\":1}"));
  }

  @Test
  void aChangedDateIsRefused() {
    assertMismatch(refusal(Fixture.USER, request -> shift(request, 1), "{\"a\":1}"));
  }

  @Test
  void aChangedSecretIsRefused() {
    var credentials =
        AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", Fixture.SECRET.replace('K', 'L'));
    assertMismatch(refusal(credentials, _ -> {}, "{\"a\":1}"));
  }

  @Test
  void aDateTenMinutesAgoIsExpired() {
    var refusal = refusal(Fixture.USER, request -> shift(request, -600), "{\"a\":1}");
    assertThat(refusal.awsErrorDetails().errorMessage())
        .matches("Signature expired: \\d{8}T\\d{6}Z is now earlier than .* - 5 min\\.\\)");
  }

  @Test
  void withoutASignatureItIsMissing() {
    var refusal = refusal(Fixture.USER, request -> request.removeHeader("Authorization"), "{}");
    assertThat(refusal.awsErrorDetails().errorCode())
        .isEqualTo("MissingAuthenticationTokenException");
    assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Missing Authentication Token");
  }

  @Test
  void theQueryProtocolSaysItInItsOwnWords() {
    try (var sts =
        StsClient.builder()
            .applyMutation(FIXTURE.as(Fixture.USER))
            .httpClient(new Meddling(request -> shift(request, 1), "Action=x"))
            .build()) {
      var refusal = catchThrowableOfType(StsException.class, sts::getCallerIdentity);
      assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
    }
    try (var sts =
        StsClient.builder()
            .applyMutation(FIXTURE.as(Fixture.USER))
            .httpClient(
                new Meddling(_ -> {}, "Action=GetCallerIdentity&Version=2011-06-15&Changed=1"))
            .build()) {
      var refusal = catchThrowableOfType(StsException.class, sts::getCallerIdentity);
      assertThat(refusal.statusCode()).isEqualTo(403);
      assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
      assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(MISMATCH);
    }
  }

  private static void shift(SdkHttpRequest.Builder request, int seconds) {
    var form = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    var signed = form.parse(request.firstMatchingHeader("X-Amz-Date").orElseThrow(), Instant::from);
    request.putHeader("X-Amz-Date", form.format(signed.plusSeconds(seconds)));
  }

  private static void assertMismatch(BedrockRuntimeException refusal) {
    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
    assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(MISMATCH);
  }

  private static BedrockRuntimeException refusal(
      AwsCredentials credentials, Consumer<SdkHttpRequest.Builder> change, String body) {
    return catchThrowableOfType(
        BedrockRuntimeException.class, () -> invoke(credentials, change, body));
  }

  private static void invoke(
      AwsCredentials credentials, Consumer<SdkHttpRequest.Builder> change, String bodySent) {
    try (var runtime =
        BedrockRuntimeClient.builder()
            .applyMutation(FIXTURE.as(credentials))
            .httpClient(new Meddling(change, bodySent))
            .build()) {
      var _ =
          runtime.invokeModel(request ->
              request
                  .modelId("m")
                  .accept("application/json")
                  .body(SdkBytes.fromUtf8String("{\"a\":1}")));
    }
  }

  /// The client's own transport, with somebody in between.
  private static final class Meddling implements SdkHttpClient {
    private final SdkHttpClient transport = UrlConnectionHttpClient.create();
    private final Consumer<SdkHttpRequest.Builder> change;
    private final byte[] body;

    private Meddling(Consumer<SdkHttpRequest.Builder> change, String body) {
      this.change = change;
      this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest signed) {
      var changed = ((SdkHttpFullRequest) signed.httpRequest()).toBuilder();
      change.accept(changed);
      changed.putHeader("Content-Length", Integer.toString(body.length));
      ContentStreamProvider content = () -> new ByteArrayInputStream(body);
      return transport.prepareRequest(
          HttpExecuteRequest.builder()
              .request(changed.build())
              .contentStreamProvider(content)
              .build());
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
