package io.outcrop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.world.Worlds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/// Unmodified IAM and STS clients of the AWS SDK for Java build an account and work in it.
final class DirectorySdkTest {
  private static final String ALLOW =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}]}";

  private static String trust(String who) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"sts:AssumeRole\"}]}"
        .formatted(who);
  }

  private Sandbox sandbox;
  private IamClient iam;

  @BeforeEach
  void start(@TempDir Path temp) {
    var folder = temp.resolve("world");
    WorldFolder.create(folder, Worlds.get("healthy"));
    sandbox = Sandbox.start(Sandbox.Options.in(folder));
    var environment = sandbox.client().environment();
    iam =
        iam(
            AwsBasicCredentials.create(
                environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "")));
  }

  @AfterEach
  void stop() {
    iam.close();
    sandbox.close();
  }

  private IamClient iam(AwsCredentials who) {
    return IamClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.AWS_GLOBAL)
        .credentialsProvider(StaticCredentialsProvider.create(who))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private StsClient sts(AwsCredentials who) {
    return StsClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(who))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private AwsCredentials keyOf(String user) {
    var key = iam.createAccessKey(request -> request.userName(user)).accessKey();
    return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
  }

  private static AwsCredentials session(Credentials made) {
    return AwsSessionCredentials.create(
        made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
  }

  @Test
  void errorsAreTheExceptionsOfTheModel() {
    iam.createUser(request -> request.userName("alice"));
    assertThatThrownBy(() -> iam.createUser(request -> request.userName("Alice")))
        .isInstanceOf(EntityAlreadyExistsException.class);
    assertThatThrownBy(() -> iam.getRole(request -> request.roleName("none")))
        .isInstanceOf(NoSuchEntityException.class);
    assertThatThrownBy(() ->
            iam.putUserPolicy(
                request -> request.userName("alice").policyName("p").policyDocument("{")))
        .isInstanceOf(MalformedPolicyDocumentException.class)
        .hasMessageContaining("Syntax errors in policy.");
    keyOf("alice");
    keyOf("alice");
    assertThatThrownBy(() -> keyOf("alice")).isInstanceOf(LimitExceededException.class);
    assertThatThrownBy(() -> iam.deleteUser(request -> request.userName("alice")))
        .isInstanceOf(DeleteConflictException.class);
  }

  @Test
  void documentsComeBackAsTheyWent() {
    var document = ALLOW.formatted("bedrock:InvokeModel");
    var arn =
        iam.createPolicy(request -> request.policyName("mp").policyDocument(document))
            .policy()
            .arn();
    var version =
        iam.getPolicyVersion(request -> request.policyArn(arn).versionId("v1")).policyVersion();
    assertThat(URLDecoder.decode(version.document(), StandardCharsets.UTF_8)).isEqualTo(document);
    assertThat(
            iam.listPoliciesPaginator(request -> request.scope(PolicyScopeType.AWS).maxItems(7))
                .policies())
        .hasSizeGreaterThan(90)
        .doesNotHaveDuplicates();
  }

  @Test
  void rolesAreAssumedUnderTheirTerms() {
    var user = iam.createUser(request -> request.userName("alice")).user();
    iam.putUserPolicy(request ->
        request.userName("alice").policyName("p").policyDocument(ALLOW.formatted("sts:*")));
    iam.createRole(request -> request.roleName("r").assumeRolePolicyDocument(trust(user.arn())));
    iam.attachRolePolicy(
        request -> request.roleName("r").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
    try (var sts = sts(keyOf("alice"))) {
      var role = "arn:aws:iam::111122223333:role/r";
      var made = sts.assumeRole(request -> request.roleArn(role).roleSessionName("work"));
      assertThat(made.assumedRoleUser().arn())
          .isEqualTo("arn:aws:sts::111122223333:assumed-role/r/work");
      try (var assumed = iam(session(made.credentials()))) {
        assertThat(assumed.listUsers().users()).hasSize(2);
        assertThatThrownBy(() -> assumed.createGroup(request -> request.groupName("g")))
            .isInstanceOf(IamException.class)
            .hasMessageContaining("iam:CreateGroup on resource: arn:aws:iam::111122223333:group/g");
      }
      var own = sts.getSessionToken().credentials();
      try (var same = iam(session(own))) {
        assertThatThrownBy(same::listUsers)
            .isInstanceOf(IamException.class)
            .hasMessageContaining("The security token included in the request is invalid.");
      }
      assertThatThrownBy(() ->
              sts.assumeRole(
                  request -> request.roleArn(role).roleSessionName("work").durationSeconds(7200)))
          .isInstanceOf(StsException.class)
          .hasMessageContaining("exceeds the MaxSessionDuration set for this role");
    }
  }

  @Test
  void simulatorAndReportAreRead() {
    var results =
        iam.simulatePrincipalPolicy(request ->
                request
                    .policySourceArn("arn:aws:iam::111122223333:user/admin")
                    .actionNames("bedrock:InvokeModel"))
            .evaluationResults();
    assertThat(results)
        .singleElement()
        .satisfies(result -> {
          assertThat(result.evalDecision()).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
          assertThat(result.matchedStatements())
              .singleElement()
              .satisfies(statement ->
                  assertThat(statement.sourcePolicyId()).isEqualTo("AdministratorAccess"));
        });
    assertThat(iam.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
    assertThat(iam.getCredentialReport().content().asUtf8String())
        .startsWith("user,arn,user_creation_time,")
        .contains("\nadmin,arn:aws:iam::111122223333:user/admin,");
    assertThat(iam.getAccountAuthorizationDetails().userDetailList()).hasSize(1);
  }
}
