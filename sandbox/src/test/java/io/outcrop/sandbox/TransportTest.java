package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The AWS SDK for Java over TLS, and through the proxy with no endpoint set: it calls AWS's hosts.
final class TransportTest {
  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  @TempDir private Path temp;
  private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = world("one", "healthy");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void synchronousClientsSpeakTls() throws IOException, GeneralSecurityException {
    try (var http = trusting().build();
        var client =
            BedrockRuntimeClient.builder()
                .httpClient(http)
                .endpointOverride(sandbox.secureEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .build()) {
      assertThat(invoke(client)).contains("stand-in for Claude");
    }
  }

  @Test
  void asynchronousClientsStreamOverHttp2AndTls() throws IOException, GeneralSecurityException {
    try (var http = trustingAsync().build();
        var client = streaming(http).endpointOverride(sandbox.secureEndpoint()).build()) {
      assertThat(stream(client)).contains("message_stop");
    }
  }

  @Test
  void synchronousClientsReachAwsHostsThroughTheProxy()
      throws IOException, GeneralSecurityException {
    try (var http = throughProxy().build();
        var runtime =
            BedrockRuntimeClient.builder()
                .httpClient(http)
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .build();
        var sts =
            StsClient.builder()
                .httpClient(http)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(caller(sandbox))
                .build();
        var iam =
            IamClient.builder()
                .httpClient(http)
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(caller(sandbox))
                .build()) {
      assertThat(invoke(runtime)).contains("stand-in for Claude");
      assertThat(sts.getCallerIdentity().arn()).isEqualTo(sandbox.subject().principal());
      assertThat(iam.getUser().user().arn()).isEqualTo(sandbox.subject().principal());
    }
    assertThat(blocked).isEmpty();
  }

  @Test
  void asynchronousClientsReachAwsHostsThroughTheProxy()
      throws IOException, GeneralSecurityException {
    try (var http = throughProxyAsync().build();
        var client = streaming(http).build()) {
      assertThat(stream(client)).contains("message_stop");
    }
    assertThat(blocked).isEmpty();
  }

  @Test
  void aCallThatWouldLeaveIsBlockedAndNamed() throws IOException, GeneralSecurityException {
    try (var http = throughProxy().build();
        var client =
            StsClient.builder()
                .httpClient(http)
                .endpointOverride(URI.create("https://sts.example.com"))
                .overrideConfiguration(
                    settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .build()) {
      assertThatThrownBy(client::getCallerIdentity)
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("403");
    }
    assertThat(blocked).containsExactly("sts.example.com");
  }

  @Test
  void aRegionThatIsNotTheHostsIsRefusedAsByAws() throws IOException, GeneralSecurityException {
    try (var http = throughProxyAsync().build();
        var client =
            streaming(http)
                .endpointOverride(URI.create("https://bedrock-runtime.eu-west-1.amazonaws.com"))
                .build()) {
      assertThatThrownBy(() -> stream(client))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("Credential should be scoped to a valid region.");
    }
  }

  @Test
  void twoSandboxesStandSideBySide() throws IOException, GeneralSecurityException {
    try (var other = world("two", "seed-a");
        var http = trusting().build();
        var client =
            BedrockRuntimeClient.builder()
                .httpClient(http)
                .endpointOverride(sandbox.secureEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .build()) {
      assertThat(other.certificate()).hasSameTextualContentAs(sandbox.certificate());
      assertThat(other.endpoint()).isNotEqualTo(sandbox.endpoint());
      assertThat(invoke(client)).contains("stand-in for Claude");
    }
  }

  @Test
  void anotherAddressIsAChoice() {
    var folder = temp.resolve("elsewhere");
    WorldFolder.create(folder, Worlds.get("healthy"));
    assertThat(sandbox.endpoint().getHost()).isEqualTo("127.0.0.1");
    var options = Sandbox.Options.in(folder).onHost(InetAddress.ofLiteral("127.0.0.2"));
    try (var elsewhere = Sandbox.start(options)) {
      assertThat(elsewhere.endpoint().getHost()).isEqualTo("127.0.0.2");
    }
    try (var everywhere = Sandbox.start(options.onHost(InetAddress.ofLiteral("0.0.0.0")))) {
      assertThat(everywhere.secureEndpoint()).hasScheme("https").hasHost("127.0.0.1");
    }
  }

  private Sandbox world(String name, String kind) {
    var folder = temp.resolve(name);
    WorldFolder.create(folder, Worlds.get(kind));
    return Sandbox.start(
        Sandbox.Options.in(folder).withAuthority(temp).tellingBlocked(blocked::add));
  }

  private static AwsCredentialsProvider caller(Sandbox sandbox) {
    var environment = sandbox.client().environment();
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "")));
  }

  private UrlConnectionHttpClient.Builder trusting() throws IOException, GeneralSecurityException {
    var managers = trust();
    return UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> managers);
  }

  private NettyNioAsyncHttpClient.Builder trustingAsync()
      throws IOException, GeneralSecurityException {
    var managers = trust();
    return NettyNioAsyncHttpClient.builder().tlsTrustManagersProvider(() -> managers);
  }

  private UrlConnectionHttpClient.Builder throughProxy()
      throws IOException, GeneralSecurityException {
    return trusting()
        .proxyConfiguration(ProxyConfiguration.builder().endpoint(sandbox.endpoint()).build());
  }

  private NettyNioAsyncHttpClient.Builder throughProxyAsync()
      throws IOException, GeneralSecurityException {
    return trustingAsync()
        .proxyConfiguration(
            software.amazon.awssdk.http.nio.netty.ProxyConfiguration.builder()
                .host("127.0.0.1")
                .port(sandbox.endpoint().getPort())
                .build());
  }

  private String invoke(BedrockRuntimeClient client) {
    var model = sandbox.subject().model();
    return client
        .invokeModel(request -> request.modelId(model).body(SdkBytes.fromUtf8String(HELLO)))
        .body()
        .asUtf8String();
  }

  private BedrockRuntimeAsyncClientBuilder streaming(SdkAsyncHttpClient http) {
    return BedrockRuntimeAsyncClient.builder()
        .httpClient(http)
        .region(Region.US_EAST_1)
        .credentialsProvider(caller(sandbox));
  }

  private String stream(BedrockRuntimeAsyncClient client) {
    var chunks = new ConcurrentLinkedQueue<String>();
    client
        .invokeModelWithResponseStream(
            request ->
                request.modelId(sandbox.subject().model()).body(SdkBytes.fromUtf8String(HELLO)),
            InvokeModelWithResponseStreamResponseHandler.builder()
                .subscriber(
                    InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                        .onChunk(
                            chunk -> chunks.add(chunk.bytes().asString(StandardCharsets.UTF_8)))
                        .build())
                .build())
        .join();
    return String.join("\n", chunks);
  }

  private TrustManager[] trust() throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (var pem = Files.newInputStream(sandbox.certificate())) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
  }
}
