package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Unmodified clients of the AWS SDK for Java, synchronous over HTTP/1.1 and asynchronous over
/// HTTP/2, see each world as AWS would show it.
final class SdkTest {
  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":60,\
      "messages":[{"role":"user","content":"Hello"}]}\
      """;

  private static Sandbox start(Path temp, String world) {
    var folder = temp.resolve(world);
    WorldFolder.create(folder, Worlds.get(world));
    return Sandbox.start(Sandbox.Options.in(folder));
  }

  private static AwsCredentialsProvider caller(Sandbox sandbox) {
    var environment = sandbox.client().environment();
    var id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    var token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    return StaticCredentialsProvider.create(
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }

  private static AwsCredentialsProvider profile(Sandbox sandbox, String name) {
    var file =
        ProfileFile.builder()
            .type(ProfileFile.Type.CREDENTIALS)
            .content(sandbox.client().home().resolve(".aws").resolve("credentials"))
            .build();
    return ProfileCredentialsProvider.builder().profileFile(file).profileName(name).build();
  }

  private static String invoke(Sandbox sandbox, AwsCredentialsProvider who, String model) {
    try (var client =
        BedrockRuntimeClient.builder()
            .endpointOverride(sandbox.endpoint())
            .region(Region.of(sandbox.subject().region()))
            .credentialsProvider(who)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      return client
          .invokeModel(request -> request.modelId(model).body(SdkBytes.fromUtf8String(HELLO)))
          .body()
          .asUtf8String();
    }
  }

  private static String stream(Sandbox sandbox, AwsCredentialsProvider who, String model) {
    var chunks = new ConcurrentLinkedQueue<String>();
    try (var client =
        BedrockRuntimeAsyncClient.builder()
            .endpointOverride(sandbox.endpoint())
            .region(Region.of(sandbox.subject().region()))
            .credentialsProvider(who)
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build()) {
      client
          .invokeModelWithResponseStream(
              request -> request.modelId(model).body(SdkBytes.fromUtf8String(HELLO)),
              InvokeModelWithResponseStreamResponseHandler.builder()
                  .subscriber(
                      InvokeModelWithResponseStreamResponseHandler.Visitor.builder()
                          .onChunk(
                              chunk -> chunks.add(chunk.bytes().asString(StandardCharsets.UTF_8)))
                          .build())
                  .build())
          .join();
    }
    return String.join("\n", chunks);
  }

  private static void check(
      BedrockRuntimeException failure, Class<?> type, int status, String sentence) {
    assertThat(failure).isInstanceOf(type);
    assertThat(failure.statusCode()).isEqualTo(status);
    assertThat(failure.awsErrorDetails().errorMessage()).contains(sentence);
    assertThat(failure.requestId()).isNotBlank();
  }

  @Test
  void healthyAnswersAndStreams(@TempDir Path temp) {
    try (var sandbox = start(temp, "healthy")) {
      var model = sandbox.subject().model();
      assertThat(invoke(sandbox, caller(sandbox), model)).contains("stand-in for Claude");
      assertThat(stream(sandbox, caller(sandbox), model))
          .startsWith("{\"type\":\"message_start\"")
          .contains("amazon-bedrock-invocationMetrics");
    }
  }

  @Test
  void converseAnswersOverTheSameDoor(@TempDir Path temp) {
    try (var sandbox = start(temp, "healthy");
        var client =
            BedrockRuntimeClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      var hello =
          Message.builder()
              .role(ConversationRole.USER)
              .content(ContentBlock.fromText("Hello"))
              .build();
      var answer =
          client.converse(request -> request.modelId(sandbox.subject().model()).messages(hello));
      assertThat(answer.output().message().content().getFirst().text()).contains("stand-in");
      assertThat(answer.usage().totalTokens()).isPositive();
    }
  }

  @Test
  void controlPlanesAnswer(@TempDir Path temp) {
    try (var sandbox = start(temp, "healthy");
        var sts =
            StsClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var iam =
            IamClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(caller(sandbox))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var organizations =
            OrganizationsClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        var bedrock =
            BedrockClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(caller(sandbox))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      assertThat(sts.getCallerIdentity().arn()).isEqualTo(sandbox.subject().principal());
      assertThat(iam.getUser().user().createDate()).isNotNull();
      assertThat(organizations.describeOrganization().organization().masterAccountId())
          .isEqualTo("111122223333");
      assertThat(bedrock.listInferenceProfiles(_ -> {}).inferenceProfileSummaries())
          .anyMatch(profile -> profile.inferenceProfileId().equals(sandbox.subject().model()));
      assertThat(bedrock.listFoundationModels(_ -> {}).modelSummaries()).isNotEmpty();
    }
  }

  @Test
  void seedAIsDeniedByIam(@TempDir Path temp) {
    try (var sandbox = start(temp, "seed-a")) {
      var model = sandbox.subject().model();
      assertThatThrownBy(() -> invoke(sandbox, caller(sandbox), model))
          .isInstanceOfSatisfying(
              BedrockRuntimeException.class,
              failure ->
                  check(
                      failure,
                      AccessDeniedException.class,
                      403,
                      "because no identity-based policy allows the bedrock:InvokeModel action"));
      assertThatThrownBy(() -> stream(sandbox, caller(sandbox), model))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(AccessDeniedException.class);
    }
  }

  @Test
  void seedBAnswersOnlyByProfileAndRealId(@TempDir Path temp) {
    try (var sandbox = start(temp, "seed-b")) {
      assertThat(sandbox.client().environment()).isEmpty();
      var assistant = profile(sandbox, "voice-assistant");
      assertThatThrownBy(
              () -> invoke(sandbox, profile(sandbox, "admin"), sandbox.subject().model()))
          .isInstanceOfSatisfying(
              BedrockRuntimeException.class,
              failure ->
                  check(
                      failure,
                      ValidationException.class,
                      400,
                      "The provided model identifier is invalid."));
      var real = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
      assertThat(invoke(sandbox, assistant, real)).contains("stand-in");
      assertThat(stream(sandbox, assistant, real)).contains("message_stop");
    }
  }

  @Test
  void seedCMayNotSubscribe(@TempDir Path temp) {
    try (var sandbox = start(temp, "seed-c")) {
      assertThatThrownBy(() -> invoke(sandbox, caller(sandbox), sandbox.subject().model()))
          .isInstanceOfSatisfying(
              BedrockRuntimeException.class,
              failure ->
                  check(
                      failure,
                      AccessDeniedException.class,
                      403,
                      "Model access is denied due to IAM user or service role"));
    }
  }

  @Test
  void seedDSignsWithADeadKey(@TempDir Path temp) {
    try (var sandbox = start(temp, "seed-d")) {
      assertThatThrownBy(() -> invoke(sandbox, caller(sandbox), sandbox.subject().model()))
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              failure -> {
                assertThat(failure.statusCode()).isEqualTo(403);
                assertThat(failure.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException");
                assertThat(failure.awsErrorDetails().errorMessage())
                    .isEqualTo("The security token included in the request is invalid.");
              });
    }
  }

  @Test
  void seedEIsDeniedExplicitly(@TempDir Path temp) {
    try (var sandbox = start(temp, "seed-e")) {
      assertThatThrownBy(() -> invoke(sandbox, caller(sandbox), sandbox.subject().model()))
          .isInstanceOfSatisfying(
              BedrockRuntimeException.class,
              failure ->
                  check(
                      failure,
                      AccessDeniedException.class,
                      403,
                      "with an explicit deny in an identity-based policy"));
      assertThatThrownBy(() -> invoke(sandbox, profile(sandbox, "admin"), "anthropic.claude-v2:1"))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void sessionThatIsOverIsRefusedBeforeAnythingElse(@TempDir Path temp) {
    try (var sandbox = start(temp, "expired-token")) {
      assertThatThrownBy(() -> invoke(sandbox, caller(sandbox), sandbox.subject().model()))
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              failure -> {
                assertThat(failure.statusCode()).isEqualTo(403);
                assertThat(failure.awsErrorDetails().errorCode())
                    .isEqualTo("ExpiredTokenException");
              });
    }
  }

  @Test
  void worldStartsAgainWhereItWasLeft(@TempDir Path temp) {
    var folder = temp.resolve("world");
    WorldFolder.create(folder, Worlds.get("seed-d"));
    try (var sandbox = Sandbox.start(Sandbox.Options.in(folder));
        var iam = iam(sandbox, profile(sandbox, "admin"))) {
      iam.updateAccessKey(request ->
          request
              .userName("third-party-app")
              .accessKeyId("AKIAIOSFODNN7EXAMPLE")
              .status(StatusType.ACTIVE));
    }
    try (var sandbox = Sandbox.start(Sandbox.Options.in(folder))) {
      assertThat(invoke(sandbox, caller(sandbox), sandbox.subject().model())).contains("stand-in");
    }
  }

  private static IamClient iam(Sandbox sandbox, AwsCredentialsProvider who) {
    return IamClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.AWS_GLOBAL)
        .credentialsProvider(who)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
