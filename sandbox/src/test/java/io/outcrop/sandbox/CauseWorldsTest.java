package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkToken;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/// Makes the subject's call in every world whose cause AWS answers, with an unmodified SDK and the
/// world's own credentials, and holds what comes against a reviewed list. Worlds whose cause lies
/// before the call are named here, and calls of another kind are in [CauseCalls].
final class CauseWorldsTest {
  private static final Path LIST =
      Path.of("src", "test", "resources", "sandbox", "cause-worlds.txt");

  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  /// What a client finds in its own set-up before, or instead of, making the call.
  private static final Set<String> BEFORE_THE_CALL =
      Set.of(
          "clock-skew",
          "config-file-unreadable",
          "container-credentials-failed",
          "credential-process-failed",
          "dns-failure",
          "endpoint-unreachable",
          "env-profile-overrides-keys",
          "imds-unreachable",
          "no-credentials",
          "no-region",
          "partial-credentials",
          "profile-not-found",
          "proxy-unreachable",
          "seed-b",
          "sso-application",
          "sso-role-not-assigned",
          "sso-token-expired",
          "sso-token-missing",
          "tls-ca-bundle-missing",
          "vpc-no-route-to-endpoint",
          "web-identity-token-missing");

  @TempDir Path folder;

  @Test
  void everyWorldAnswersWithItsCause() throws IOException {
    var lines = new StringBuilder();
    try (var http = NettyNioAsyncHttpClient.create()) {
      for (var name : Worlds.builtIn()) {
        if (!BEFORE_THE_CALL.contains(name)) {
          WorldFolder.create(folder.resolve(name), Worlds.get(name));
          try (var sandbox = Sandbox.start(Sandbox.Options.in(folder.resolve(name)))) {
            calls(name, sandbox, http)
                .forEach(
                    (call, answer) -> lines.append("%s %s: %s\n".formatted(name, call, answer)));
          }
        }
      }
    }
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(LIST, lines);
    }
    assertThat(lines.toString()).isEqualTo(Files.readString(LIST));
    assertThat(Worlds.builtIn()).containsAll(BEFORE_THE_CALL);
  }

  private static Map<String, String> calls(String name, Sandbox sandbox, SdkAsyncHttpClient http) {
    var calls = new TreeMap<String, String>();
    var special = new CauseCalls(sandbox);
    switch (name) {
      case "assume-role-denied", "rcp-explicit-deny" ->
          calls.put("AssumeRole", answer(special::assume));
      case "mfa-code-rejected" -> calls.put("AssumeRole", answer(special::assumeWithCode));
      case "web-identity-no-oidc-provider",
          "web-identity-token-rejected",
          "web-identity-trust-denied" ->
          calls.put("AssumeRoleWithWebIdentity", answer(special::assumeWithToken));
      case "iam-mantle-action-missing", "mantle-model-not-in-region", "overloaded" ->
          calls.put("CreateInference", answer(special::mantle));
      case "iam-list-models-denied" ->
          calls.put("ListFoundationModels", answer(() -> list(sandbox)));
      case "iam-get-inference-profile-denied" ->
          calls.put("GetInferenceProfile", answer(() -> profile(sandbox)));
      default -> {
        calls.put("InvokeModel", answer(() -> invoke(sandbox, http)));
        calls.put("InvokeModelWithResponseStream", answer(() -> stream(sandbox, http)));
      }
    }
    return calls;
  }

  private interface Attempt {
    String make();
  }

  private static String answer(Attempt attempt) {
    try {
      return attempt.make();
    } catch (CompletionException failed) {
      return failed.getCause() instanceof SdkException said ? said(said) : failed.toString();
    } catch (SdkException failed) {
      return said(failed);
    }
  }

  private static String said(SdkException failed) {
    if (failed instanceof AwsServiceException refused && refused.statusCode() != 0) {
      var details = refused.awsErrorDetails();
      return "%d %s: %s"
          .formatted(refused.statusCode(), details.errorCode(), details.errorMessage());
    }
    return failed.getClass().getSimpleName() + ", no answer";
  }

  private static String invoke(Sandbox sandbox, SdkAsyncHttpClient http) {
    try (var client = runtime(sandbox, http)) {
      client
          .invokeModel(request ->
              request
                  .modelId(sandbox.subject().model())
                  .guardrailIdentifier(guardrail(sandbox))
                  .guardrailVersion(guardrail(sandbox) == null ? null : "DRAFT")
                  .body(SdkBytes.fromUtf8String(HELLO)))
          .join();
      return "answered";
    }
  }

  private static String stream(Sandbox sandbox, SdkAsyncHttpClient http) {
    var chunks = new AtomicInteger();
    try (var client = runtime(sandbox, http)) {
      client
          .invokeModelWithResponseStream(
              request ->
                  request
                      .modelId(sandbox.subject().model())
                      .guardrailIdentifier(guardrail(sandbox))
                      .guardrailVersion(guardrail(sandbox) == null ? null : "DRAFT")
                      .body(SdkBytes.fromUtf8String(HELLO)),
              InvokeModelWithResponseStreamResponseHandler.builder()
                  .subscriber(
                      InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                          .onChunk(_ -> chunks.incrementAndGet())
                          .build())
                  .build())
          .join();
      return "answered in " + chunks.get() + " events";
    } catch (CompletionException failed) {
      if (chunks.get() > 0) {
        return chunks.get() + " events, then " + answer(() -> rethrown(failed));
      }
      throw failed;
    }
  }

  /// Only worlds that are about guardrails call through one.
  private static @Nullable String guardrail(Sandbox sandbox) {
    return sandbox.client().home().toString().contains("guardrail") ? "abcdef123456" : null;
  }

  private static String rethrown(CompletionException failed) {
    throw failed;
  }

  private static BedrockRuntimeAsyncClient runtime(Sandbox sandbox, SdkAsyncHttpClient http) {
    var builder =
        BedrockRuntimeAsyncClient.builder()
            .endpointOverride(sandbox.endpoint())
            .region(region(sandbox))
            .overrideConfiguration(once(sandbox))
            .httpClient(http);
    var apiKey = sandbox.client().environment().getOrDefault("AWS_BEARER_TOKEN_BEDROCK", "");
    return apiKey.isEmpty()
        ? builder.credentialsProvider(caller(sandbox)).build()
        : builder
            .tokenProvider(StaticTokenProvider.create(new Token(apiKey)))
            .authSchemeProvider(_ ->
                List.of(
                    software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption.builder()
                        .schemeId("smithy.api#httpBearerAuth")
                        .build()))
            .build();
  }

  private record Token(String token) implements SdkToken {
    @Override
    public java.util.Optional<java.time.Instant> expirationTime() {
      return java.util.Optional.empty();
    }
  }

  private static String list(Sandbox sandbox) {
    try (var client = bedrock(sandbox)) {
      client.listFoundationModels(_ -> {});
      return "answered";
    }
  }

  private static String profile(Sandbox sandbox) {
    try (var client = bedrock(sandbox)) {
      client.getInferenceProfile(
          request -> request.inferenceProfileIdentifier(sandbox.subject().model()));
      return "answered";
    }
  }

  private static BedrockClient bedrock(Sandbox sandbox) {
    return BedrockClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(region(sandbox))
        .overrideConfiguration(once(sandbox))
        .credentialsProvider(caller(sandbox))
        .build();
  }

  private static ClientOverrideConfiguration once(Sandbox sandbox) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(strategy -> strategy.maxAttempts(1))
        .apiCallTimeout(patience(sandbox))
        .build();
  }

  /// Only where an answer takes longer than any client waits, this one waits for little.
  private static Duration patience(Sandbox sandbox) {
    return sandbox.client().home().toString().contains("client-read-timeout")
        ? Duration.ofMillis(300)
        : Duration.ofSeconds(20);
  }

  private static Region region(Sandbox sandbox) {
    var said = sandbox.client().environment().getOrDefault("AWS_REGION", "");
    return Region.of(said.isEmpty() ? sandbox.subject().region() : said);
  }

  private static AwsCredentialsProvider caller(Sandbox sandbox) {
    var environment = sandbox.client().environment();
    var id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    var token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    if (id.isEmpty()) {
      return AnonymousCredentialsProvider.create();
    }
    return StaticCredentialsProvider.create(
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }
}
