package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.auth.scheme.BedrockAuthSchemeProvider;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.CreateAccountState;
import software.amazon.awssdk.services.organizations.model.PolicyNotFoundException;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/// Unmodified clients of the AWS SDK for Java come with API keys, and build an organization.
final class WhoMayClientTest {
  private static final String WORLD =
      """
      formatVersion: 1
      name: who-may
      summary: A management account, its administrator and a long-term API key
      clock: 2026-11-20T09:00:00Z
      region: us-east-1
      subject: {model: us.anthropic.claude-sonnet-5-5, region: us-east-1, principal: ""}
      organization:
        id: o-exampleorgid
        managementAccount: "111122223333"
        root: r-exmp
        accounts:
          "111122223333": {parent: r-exmp}
      accounts:
        "111122223333":
          users:
            admin:
              managed: [arn:aws:iam::aws:policy/AdministratorAccess]
              accessKeys: {AKIAIOSFODNN7EXAMPLE: {}}
              serviceCredentials: {ACCAIOSFODNN7EXAMPLE: {}}
      client:
        environment:
          AWS_SECRET_ACCESS_KEY: ${secret:AKIAIOSFODNN7EXAMPLE}
          AWS_BEARER_TOKEN_BEDROCK: ${secret:ACCAIOSFODNN7EXAMPLE}
      """;

  @TempDir private Path temp;
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    var folder = temp.resolve("world");
    WorldFolder.create(folder, world());
    sandbox = Sandbox.start(Sandbox.Options.in(folder).withClock(() -> now));
  }

  private static World world() {
    return switch (Worlds.read(WORLD)) {
      case WorldReading.Read(var world) -> world;
      case WorldReading.Malformed(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private String environment(String name) {
    return sandbox.client().environment().getOrDefault(name, "");
  }

  private AwsCredentials admin() {
    return AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", environment("AWS_SECRET_ACCESS_KEY"));
  }

  private <B extends AwsClientBuilder<B, C>, C> C client(B builder, AwsCredentials who) {
    return builder
        .endpointOverride(sandbox.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(who))
        .build();
  }

  private BedrockClient bearing(String token) {
    IdentityProvider<TokenIdentity> tokens = new Bearing(token);
    return BedrockClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.US_EAST_1)
        .tokenProvider(tokens)
        .authSchemeProvider(BedrockAuthSchemeProvider.defaultProvider(List.of("httpBearerAuth")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private record Bearing(String token) implements IdentityProvider<TokenIdentity> {
    @Override
    public Class<TokenIdentity> identityType() {
      return TokenIdentity.class;
    }

    @Override
    public CompletableFuture<? extends TokenIdentity> resolveIdentity(
        ResolveIdentityRequest request) {
      return CompletableFuture.completedFuture(TokenIdentity.create(token));
    }
  }

  @Test
  void aLongTermKeyIsItsUser() {
    var key = environment("AWS_BEARER_TOKEN_BEDROCK");
    assertThat(key).startsWith("ABSK");
    try (var client = bearing(key)) {
      assertThat(client.listFoundationModels(request -> {}).modelSummaries()).isNotEmpty();
    }
    try (var client = bearing(key.substring(0, key.length() - 8) + "AAAAAAA=")) {
      assertThatThrownBy(() -> client.listFoundationModels(request -> {}))
          .isInstanceOfSatisfying(
              AccessDeniedException.class,
              refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(403);
                assertThat(refusal.awsErrorDetails().errorMessage())
                    .isEqualTo("Authentication failed: Please make sure your API Key is valid.");
              });
    }
  }

  @Test
  void aShortTermKeyIsItsSigner() {
    try (var client = bearing(shortTerm(admin()))) {
      assertThat(client.listFoundationModels(request -> {}).modelSummaries()).isNotEmpty();
    }
    var other = AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "another");
    try (var client = bearing(shortTerm(other))) {
      assertThatThrownBy(() -> client.listFoundationModels(request -> {}))
          .isInstanceOf(AccessDeniedException.class);
    }
  }

  /// As AWS's token generator makes one.
  private static String shortTerm(AwsCredentials signer) {
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://bedrock.amazonaws.com/?Action=CallWithBearerToken"))
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(parameters ->
                parameters
                    .identity(signer)
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofHours(12)));
    var url = signed.request().getUri().toString().substring("https://".length()) + "&Version=1";
    return "bedrock-api-key-"
        + Base64.getEncoder().encodeToString(url.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOrganizationIsBuilt() {
    try (var organizations = client(OrganizationsClient.builder(), admin())) {
      var unit =
          organizations.createOrganizationalUnit(
              request -> request.parentId("r-exmp").name("Teams"));
      var asked =
          organizations.createAccount(
              request -> request.accountName("Team").email("team@example.com"));
      var id = asked.createAccountStatus().id();
      assertThat(asked.createAccountStatus().state()).isEqualTo(CreateAccountState.IN_PROGRESS);
      now = now.plusSeconds(10);
      var status =
          organizations
              .describeCreateAccountStatus(request -> request.createAccountRequestId(id))
              .createAccountStatus();
      assertThat(status.state()).isEqualTo(CreateAccountState.SUCCEEDED);
      organizations.moveAccount(request ->
          request
              .accountId(status.accountId())
              .sourceParentId("r-exmp")
              .destinationParentId(unit.organizationalUnit().id()));
      var policy =
          organizations.createPolicy(request ->
              request
                  .name("NoIam")
                  .description("")
                  .type(PolicyType.SERVICE_CONTROL_POLICY)
                  .content(
                      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\","
                          + "\"Action\":\"sts:GetAccessKeyInfo\",\"Resource\":\"*\"}}"));
      organizations.attachPolicy(request ->
          request
              .policyId(policy.policy().policySummary().id())
              .targetId(unit.organizationalUnit().id()));
      assertDenied(status.accountId(), policy.policy().policySummary().arn());
      assertThat(organizations.listAccountsPaginator())
          .flatExtracting(page -> page.accounts())
          .extracting(account -> account.id())
          .containsExactly("111122223333", status.accountId());
    }
  }

  private void assertDenied(String account, String policy) {
    try (var sts = client(StsClient.builder(), admin())) {
      var session =
          sts.assumeRole(request ->
                  request
                      .roleArn("arn:aws:iam::" + account + ":role/OrganizationAccountAccessRole")
                      .roleSessionName("work"))
              .credentials();
      var who =
          AwsSessionCredentials.create(
              session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
      try (var inside = client(StsClient.builder(), who)) {
        assertThatThrownBy(() ->
                inside.getAccessKeyInfo(request -> request.accessKeyId("AKIAIOSFODNN7EXAMPLE")))
            .isInstanceOf(StsException.class)
            .hasMessageContaining("with an explicit deny in a service control policy: " + policy);
      }
    }
  }

  @Test
  void errorsAreTheModelledOnes() {
    try (var organizations = client(OrganizationsClient.builder(), admin())) {
      assertThatThrownBy(
              () -> organizations.describePolicy(request -> request.policyId("p-nowhere1")))
          .isInstanceOf(PolicyNotFoundException.class);
      assertThatThrownBy(() ->
              organizations.detachPolicy(
                  request -> request.policyId("p-FullAWSAccess").targetId("r-exmp")))
          .isInstanceOf(ConstraintViolationException.class);
    }
  }
}
