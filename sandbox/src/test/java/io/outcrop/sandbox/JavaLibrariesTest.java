package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.bedrock.backends.BedrockMantleBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockStreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/// The libraries through which Java programs call Claude, unmodified: Anthropic's SDK with its two
/// Bedrock backends, and LangChain4j's Bedrock models.
final class JavaLibrariesTest {
  private static final Map<String, Sandbox> SANDBOXES = new HashMap<>();
  private static final String STAND_IN = "stand-in for Claude Sonnet 5.5";

  @TempDir static Path folder;

  @AfterAll
  static void stop() {
    SANDBOXES.values().forEach(Sandbox::close);
  }

  @Test
  void anthropicsSdkIsAnswered() {
    var message =
        anthropic(sandbox("healthy"))
            .messages()
            .create(question(sandbox("healthy").subject().model()));

    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(text(message)).contains(STAND_IN);
    assertThat(message.usage().outputTokens()).isPositive();
  }

  @Test
  void anthropicsSdkStreams() {
    try (var stream =
        anthropic(sandbox("healthy"))
            .messages()
            .createStreaming(question(sandbox("healthy").subject().model()))) {
      assertThat(text(stream)).contains(STAND_IN);
    }
  }

  @Test
  void anthropicsSdkCallsMantle() {
    var messages = mantle(sandbox("healthy")).messages();
    assertThat(text(messages.create(question("anthropic.claude-opus-5"))))
        .contains("stand-in for Claude Opus 5");
    try (var stream = messages.createStreaming(question("anthropic.claude-opus-5"))) {
      assertThat(text(stream)).contains("stand-in for Claude Opus 5");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iam-no-identity-policy-allow | PermissionDeniedException | because no identity-based policy allows the bedrock:InvokeModel action
          anthropic-use-case-form      | NotFoundException         | Model use case details have not been submitted for this account
          signature-wrong-secret-key   | PermissionDeniedException | The request signature we calculated does not match
          on-demand-not-supported      | BadRequestException       | on-demand throughput isn
          throttle-tokens-per-day      | RateLimitException        | Too many tokens per day
          """)
  void anthropicsSdkIsRefused(String world, String type, String sentence) {
    var messages = anthropic(sandbox(world)).messages();
    var question = question(sandbox(world).subject().model());
    var refusal = catchThrowable(() -> messages.create(question));

    assertThat(refusal)
        .isInstanceOf(AnthropicServiceException.class)
        .hasMessageContaining(sentence);
    assertThat(refusal.getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void langChain4jIsAnswered() {
    try (var runtime = runtime(sandbox("healthy"))) {
      assertThat(chat(runtime, "healthy").chat("Say where you are.")).contains(STAND_IN);
    }
  }

  @Test
  void langChain4jStreams() throws Exception {
    var answer = new CompletableFuture<String>();
    try (var runtime =
        with(BedrockRuntimeAsyncClient.builder(), sandbox("healthy"))
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build()) {
      BedrockStreamingChatModel.builder()
          .client(runtime)
          .modelId(sandbox("healthy").subject().model())
          .build()
          .chat("Say where you are.", new Whole(answer));

      assertThat(answer.get(30, TimeUnit.SECONDS)).contains(STAND_IN);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iam-no-identity-policy-allow | because no identity-based policy allows the bedrock:InvokeModel action
          model-access-not-enabled     | You don't have access to the model with the specified model ID
          throttle-tokens-per-day      | Too many tokens per day
          """)
  void langChain4jIsRefused(String world, String sentence) {
    try (var runtime = runtime(sandbox(world))) {
      assertThatThrownBy(() -> chat(runtime, world).chat("Say where you are."))
          .hasMessageContaining(sentence);
    }
  }

  private static BedrockChatModel chat(BedrockRuntimeClient runtime, String world) {
    return BedrockChatModel.builder()
        .client(runtime)
        .modelId(sandbox(world).subject().model())
        .maxRetries(0)
        .build();
  }

  private static AnthropicClient anthropic(Sandbox sandbox) {
    return AnthropicOkHttpClient.builder()
        .backend(
            BedrockBackend.builder()
                .awsCredentials(credentials(sandbox))
                .region(Region.of(sandbox.subject().region()))
                .baseUrl(sandbox.endpoint().toString())
                .build())
        .maxRetries(0)
        .build();
  }

  private static AnthropicClient mantle(Sandbox sandbox) {
    return AnthropicOkHttpClient.builder()
        .backend(
            BedrockMantleBackend.builder()
                .awsCredentials(credentials(sandbox))
                .region(Region.of(sandbox.subject().region()))
                .baseUrl(sandbox.endpoint() + "/anthropic")
                .build())
        .maxRetries(0)
        .build();
  }

  private static BedrockRuntimeClient runtime(Sandbox sandbox) {
    return with(BedrockRuntimeClient.builder(), sandbox)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B with(B builder, Sandbox sandbox) {
    return builder
        .region(Region.of(sandbox.subject().region()))
        .endpointOverride(sandbox.endpoint())
        .credentialsProvider(StaticCredentialsProvider.create(credentials(sandbox)))
        .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)));
  }

  private static AwsCredentials credentials(Sandbox sandbox) {
    var environment = sandbox.client().environment();
    return AwsBasicCredentials.create(
        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
  }

  private static MessageCreateParams question(String model) {
    return MessageCreateParams.builder()
        .model(model)
        .maxTokens(200)
        .addUserMessage("Say where you are.")
        .build();
  }

  private static String text(Message message) {
    return message.content().stream()
        .flatMap(block -> block.text().stream())
        .map(block -> block.text())
        .collect(Collectors.joining());
  }

  private static String text(StreamResponse<RawMessageStreamEvent> stream) {
    return stream.stream()
        .flatMap(event -> event.contentBlockDelta().stream())
        .flatMap(delta -> delta.delta().text().stream())
        .map(delta -> delta.text())
        .collect(Collectors.joining());
  }

  private static Sandbox sandbox(String world) {
    return SANDBOXES.computeIfAbsent(
        world,
        name -> {
          WorldFolder.create(folder.resolve(name), Worlds.get(name));
          return Sandbox.start(Sandbox.Options.in(folder.resolve(name)));
        });
  }

  /// Completes with the whole answer.
  private record Whole(CompletableFuture<String> answer) implements StreamingChatResponseHandler {
    @Override
    public void onCompleteResponse(ChatResponse response) {
      answer.complete(response.aiMessage().text());
    }

    @Override
    public void onError(Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
