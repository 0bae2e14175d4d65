package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.AgreementStatus;
import software.amazon.awssdk.services.bedrock.model.ConflictException;
import software.amazon.awssdk.services.bedrock.model.GuardrailStatus;
import software.amazon.awssdk.services.bedrock.model.GuardrailWordConfig;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileModelSource;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrock.model.LoggingConfig;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.bedrock.model.ValidationException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.servicequotas.model.RequestStatus;
import software.amazon.awssdk.services.servicequotas.model.ResourceAlreadyExistsException;

/// The AWS SDK for Java on its way to a model: profiles, agreement, form, guardrails, logging,
/// quotas.
final class ControlSdkTest {
  private static final String MODEL = "anthropic.claude-sonnet-5-5";
  private static final String OPUS_5 = "L-99296DCD";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));

  private Sandbox sandbox;
  private BedrockClient bedrock;
  private ServiceQuotasClient quotas;

  @BeforeEach
  void start(@TempDir Path folder) {
    var world = folder.resolve("world");
    WorldFolder.create(world, Worlds.get("healthy"));
    sandbox = Sandbox.start(Sandbox.Options.in(world).withClock(now::get));
    bedrock = client(BedrockClient.builder());
    quotas = client(ServiceQuotasClient.builder());
  }

  @AfterEach
  void stop() {
    bedrock.close();
    quotas.close();
    sandbox.close();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(sandbox.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(administrator())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private AwsCredentialsProvider administrator() {
    var environment = sandbox.client().environment();
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "")));
  }

  @Test
  void profilesComeInPagesAndCanBeCopied() {
    var ids =
        bedrock.listInferenceProfilesPaginator(request -> request.maxResults(3)).stream()
            .flatMap(page -> page.inferenceProfileSummaries().stream())
            .map(profile -> profile.inferenceProfileId())
            .toList();
    assertThat(ids).contains("us." + MODEL, "global." + MODEL).doesNotHaveDuplicates();
    var source = bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier("us." + MODEL));
    var copy =
        bedrock.createInferenceProfile(request ->
            request
                .inferenceProfileName("billing")
                .modelSource(InferenceProfileModelSource.fromCopyFrom(source.inferenceProfileArn()))
                .tags(Tag.builder().key("team").value("books").build()));
    var read =
        bedrock.getInferenceProfile(r -> r.inferenceProfileIdentifier(copy.inferenceProfileArn()));
    assertThat(read.type()).isEqualTo(InferenceProfileType.APPLICATION);
    assertThat(read.models()).isEqualTo(source.models());
    assertThat(read.createdAt()).isEqualTo(now.get());
    assertThat(bedrock.listTagsForResource(r -> r.resourceARN(copy.inferenceProfileArn())).tags())
        .containsExactly(Tag.builder().key("team").value("books").build());
    assertThatThrownBy(() ->
            bedrock.createInferenceProfile(request ->
                request
                    .inferenceProfileName("billing")
                    .modelSource(
                        InferenceProfileModelSource.fromCopyFrom(source.inferenceProfileArn()))))
        .isInstanceOf(ConflictException.class);
    bedrock.deleteInferenceProfile(r -> r.inferenceProfileIdentifier(copy.inferenceProfileArn()));
    assertThatThrownBy(() ->
            bedrock.getInferenceProfile(
                r -> r.inferenceProfileIdentifier(copy.inferenceProfileArn())))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void agreementIsLeftAndMadeAgain() {
    bedrock.deleteFoundationModelAgreement(request -> request.modelId(MODEL));
    assertThat(agreement()).isEqualTo(AgreementStatus.NOT_AVAILABLE);
    var offer =
        bedrock.listFoundationModelAgreementOffers(r -> r.modelId(MODEL)).offers().getFirst();
    assertThatThrownBy(() ->
            bedrock.createFoundationModelAgreement(
                request -> request.modelId(MODEL).offerToken("forged")))
        .isInstanceOf(ValidationException.class);
    bedrock.createFoundationModelAgreement(
        request -> request.modelId(MODEL).offerToken(offer.offerToken()));
    assertThat(agreement()).isEqualTo(AgreementStatus.PENDING);
    now.updateAndGet(time -> time.plusSeconds(60));
    assertThat(agreement()).isEqualTo(AgreementStatus.AVAILABLE);
  }

  private AgreementStatus agreement() {
    return bedrock
        .getFoundationModelAvailability(request -> request.modelId(MODEL))
        .agreementAvailability()
        .status();
  }

  @Test
  void formReadsAsItWasFiled() {
    var form = bedrock.getUseCaseForModelAccess(request -> {}).formData().asUtf8String();
    bedrock.putUseCaseForModelAccess(request ->
        request.formData(
            SdkBytes.fromUtf8String(
                """
                {"companyName":"Other","companyWebsite":"https://example.org",\
                "intendedUsers":"1","industryOption":"Software","useCases":"Texts"}\
                """)));
    assertThat(bedrock.getUseCaseForModelAccess(request -> {}).formData().asUtf8String())
        .isEqualTo(form);
  }

  @Test
  void guardrailHasVersions() {
    var made =
        bedrock.createGuardrail(request ->
            request
                .name("no-secrets")
                .blockedInputMessaging("no")
                .blockedOutputsMessaging("no")
                .wordPolicyConfig(words ->
                    words.wordsConfig(GuardrailWordConfig.builder().text("secret").build())));
    var version =
        bedrock.createGuardrailVersion(r -> r.guardrailIdentifier(made.guardrailId())).version();
    var read =
        bedrock.getGuardrail(
            r -> r.guardrailIdentifier(made.guardrailArn()).guardrailVersion(version));
    assertThat(read.status()).isEqualTo(GuardrailStatus.READY);
    assertThat(read.version()).isEqualTo("1");
    assertThat(read.wordPolicy().words().getFirst().text()).isEqualTo("secret");
  }

  @Test
  void loggingIsRefusedForARoleThatIsNotThere() {
    var role = "arn:aws:iam::111122223333:role/none";
    var logging =
        LoggingConfig.builder()
            .cloudWatchConfig(logs -> logs.logGroupName("bedrock").roleArn(role))
            .build();
    assertThatThrownBy(
            () -> bedrock.putModelInvocationLoggingConfiguration(r -> r.loggingConfig(logging)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(
            "Failed to validate permissions for log group: bedrock, with role: " + role);
    assertThat(bedrock.getModelInvocationLoggingConfiguration(r -> {}).loggingConfig()).isNull();
  }

  @Test
  void quotaIsRaised() {
    var all =
        quotas
            .listServiceQuotasPaginator(r -> r.serviceCode("bedrock").maxResults(20))
            .quotas()
            .stream()
            .map(quota -> quota.quotaCode())
            .toList();
    assertThat(all).contains(OPUS_5).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    var asked =
        quotas
            .requestServiceQuotaIncrease(
                r -> r.serviceCode("bedrock").quotaCode(OPUS_5).desiredValue(4e7))
            .requestedQuota();
    assertThat(asked.status()).isEqualTo(RequestStatus.PENDING);
    assertThatThrownBy(() ->
            quotas.requestServiceQuotaIncrease(
                r -> r.serviceCode("bedrock").quotaCode(OPUS_5).desiredValue(5e7)))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    now.updateAndGet(time -> time.plusSeconds(1800));
    assertThat(
            quotas
                .getRequestedServiceQuotaChange(r -> r.requestId(asked.id()))
                .requestedQuota()
                .status())
        .isEqualTo(RequestStatus.APPROVED);
    assertThat(
            quotas.getServiceQuota(r -> r.serviceCode("bedrock").quotaCode(OPUS_5)).quota().value())
        .isEqualTo(4e7);
    assertThatThrownBy(
            () -> quotas.getServiceQuota(r -> r.serviceCode("bedrock").quotaCode("L-00000000")))
        .isInstanceOf(NoSuchResourceException.class);
  }
}
