package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.InferenceProfileType;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicyNotFoundException;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.StsException;

/// Unmodified clients over HTTP/1.1.
class SynchronousClientsTest {
  private static final String POLICY_ARN = "arn:aws:iam::111122223333:policy/p";
  private static final String MODEL_ARN =
      "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/"
          + "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
  private static final Fixture FIXTURE = new Fixture();

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void callerIdentityOfAUserAndOfASession() {
    FIXTURE.answer(
        "GetCallerIdentity",
        """
        {"UserId": "AIDAEXAMPLE", "Account": "111122223333",
         "Arn": "arn:aws:iam::111122223333:user/<&>"}\
        """);
    for (var credentials : new AwsCredentials[] {Fixture.USER, Fixture.SESSION}) {
      try (var sts = sts(credentials)) {
        var identity = sts.getCallerIdentity();
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::111122223333:user/<&>");
        assertThat(identity.responseMetadata().requestId())
            .isEqualTo(FIXTURE.lastCall().requestId());
      }
      var call = FIXTURE.lastCall();
      assertThat(call.caller()).isEqualTo(new Caller.Signed(credentials.accessKeyId()));
      assertThat(call.service()).isEqualTo("sts");
      assertThat(call.region()).isEqualTo("eu-central-1");
      assertThat(call.headers()).doesNotContainKeys("authorization", "x-amz-security-token");
    }
  }

  @Test
  void assumeRoleSendsListsAndReadsTimes() {
    FIXTURE.answer(
        "AssumeRole",
        """
        {"Credentials": {"AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "s", "SessionToken": "t",
          "Expiration": "2025-10-01T12:00:00Z"},
         "AssumedRoleUser": {"AssumedRoleId": "AROAEXAMPLE:s", "Arn": "arn:x"}}\
        """);
    try (var sts = sts(Fixture.USER)) {
      var answer =
          sts.assumeRole(request ->
              request
                  .roleArn("arn:aws:iam::111122223333:role/r")
                  .roleSessionName("session")
                  .durationSeconds(900)
                  .policyArns(policy(POLICY_ARN + "1"), policy(POLICY_ARN + "2")));
      assertThat(answer.credentials().expiration())
          .isEqualTo(Instant.parse("2025-10-01T12:00:00Z"));
    }
    assertThat(FIXTURE.lastCall().input())
        .isEqualTo(
            Fixture.json(
                """
                {"RoleArn": "arn:aws:iam::111122223333:role/r", "RoleSessionName": "session",
                 "PolicyArns": [{"arn": "arn:aws:iam::111122223333:policy/p1"},
                  {"arn": "arn:aws:iam::111122223333:policy/p2"}], "DurationSeconds": 900}\
                """));
  }

  @Test
  void stsRefusalsAreTheQueryProtocols() {
    try (var sts = sts(AwsBasicCredentials.create("AKIAUNKNOWNEXAMPLE00", Fixture.SECRET))) {
      var refusal = catchThrowableOfType(StsException.class, sts::getCallerIdentity);
      assertRefusal(
          refusal,
          403,
          "InvalidClientTokenId",
          "The security token included in the request is invalid.");
      assertThat(refusal.requestId()).hasSize(36);
    }
    try (var sts = sts(AwsSessionCredentials.create("ASIAEXPIREDEXAMPLE00", "s", "t"))) {
      assertRefusal(
          catchThrowableOfType(StsException.class, sts::getCallerIdentity),
          403,
          "ExpiredToken",
          "The security token included in the request is expired");
    }
    try (var sts = sts(Fixture.USER)) {
      assertRefusal(
          catchThrowableOfType(
              StsException.class, () -> sts.assumeRole(r -> r.roleArn(POLICY_ARN))),
          400,
          "ValidationError",
          "1 validation error detected: Value null at 'roleSessionName' failed to satisfy"
              + " constraint: Member must not be null");
    }
  }

  @Test
  void iamPoliciesComeEncodedAndEmptyAnswersAreFine() {
    var policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"ä + *\"}]}";
    FIXTURE.answer(
        "GetUserPolicy",
        _ ->
            new Reply.Output(
                Json.object()
                    .with("UserName", Json.of("u"))
                    .with("PolicyName", Json.of("p"))
                    .with("PolicyDocument", Json.of(policy))));
    FIXTURE.answer("PutUserPolicy", "{}");
    try (var iam = iam()) {
      var found = iam.getUserPolicy(request -> request.userName("u").policyName("p"));
      assertThat(found.policyDocument()).startsWith("%7B%22Version%22%3A%222012-10-17%22");
      assertThat(URLDecoder.decode(found.policyDocument(), StandardCharsets.UTF_8))
          .isEqualTo(policy);
      iam.putUserPolicy(request -> request.userName("u").policyName("p").policyDocument(policy));
    }
    assertThat(FIXTURE.lastCall().input().text("PolicyDocument")).hasValue(policy);
  }

  @Test
  void iamListsTagsAndErrors() {
    FIXTURE.answer(
        "ListUsers",
        """
        {"Users": [{"Path": "/", "UserName": "a", "UserId": "AIDAEXAMPLE", "Arn": "arn:a",
          "CreateDate": 1760000000, "Tags": [{"Key": "k", "Value": "v"}]}],
         "IsTruncated": false}\
        """);
    FIXTURE.answer(
        "GetUser",
        _ ->
            new Reply.Fault(
                0, "NoSuchEntityException", "The user with name x cannot be found.", false));
    FIXTURE.answer("TagUser", "{}");
    try (var iam = iam()) {
      var user = iam.listUsers().users().getFirst();
      assertThat(user.createDate()).isEqualTo(Instant.ofEpochSecond(1_760_000_000));
      assertThat(user.tags().getFirst().value()).isEqualTo("v");
      var refusal =
          catchThrowableOfType(
              NoSuchEntityException.class, () -> iam.getUser(request -> request.userName("x")));
      assertRefusal(refusal, 404, "NoSuchEntity", "The user with name x cannot be found.");
      iam.tagUser(r -> r.userName("u").tags(Tag.builder().key("k").value("a=b+c d").build()));
    }
    assertThat(FIXTURE.lastCall().input())
        .isEqualTo(
            Fixture.json(
                "{\"UserName\": \"u\", \"Tags\": [{\"Key\": \"k\", \"Value\": \"a=b+c d\"}]}"));
  }

  @Test
  void bedrockReadsPathsQueriesTimesAndBlobs() {
    FIXTURE.answer(
        "ListInferenceProfiles",
        """
        {"inferenceProfileSummaries": [{"inferenceProfileName": "EU", "createdAt": 1760000000,
          "inferenceProfileArn": "arn:x", "models": [], "inferenceProfileId": "eu.x",
          "status": "ACTIVE", "type": "SYSTEM_DEFINED", "description": null}]}\
        """);
    FIXTURE.answer("GetInferenceProfile", "{\"inferenceProfileArn\": \"arn:x\"}");
    FIXTURE.answer("PutUseCaseForModelAccess", "{}");
    try (var bedrock = bedrock()) {
      var profile =
          bedrock
              .listInferenceProfiles(
                  request -> request.maxResults(5).typeEquals(InferenceProfileType.SYSTEM_DEFINED))
              .inferenceProfileSummaries()
              .getFirst();
      assertThat(profile.createdAt()).isEqualTo(Instant.ofEpochSecond(1_760_000_000));
      assertThat(FIXTURE.lastCall().input())
          .isEqualTo(Fixture.json("{\"maxResults\": 5, \"typeEquals\": \"SYSTEM_DEFINED\"}"));
      var _ = bedrock.getInferenceProfile(request -> request.inferenceProfileIdentifier(MODEL_ARN));
      assertThat(FIXTURE.lastCall().input().text("inferenceProfileIdentifier")).hasValue(MODEL_ARN);
      var put =
          bedrock.putUseCaseForModelAccess(
              request -> request.formData(SdkBytes.fromUtf8String("{\"a\": 1234}")));
      assertThat(put.sdkHttpResponse().statusCode()).isEqualTo(201);
      assertThat(FIXTURE.lastCall().input().text("formData")).hasValue("eyJhIjogMTIzNH0=");
    }
  }

  @Test
  void runtimeRefusalsHaveTheirClassStatusSentenceAndId() {
    var sentence =
        "User: arn:aws:iam::111122223333:user/u is not authorized to perform: bedrock:InvokeModel";
    FIXTURE.answer("InvokeModel", _ -> new Reply.Fault(0, "AccessDeniedException", sentence, true));
    try (var runtime = runtime()) {
      var denied =
          catchThrowableOfType(
              AccessDeniedException.class,
              () ->
                  runtime.invokeModel(
                      request -> request.modelId("m").body(SdkBytes.fromUtf8String("{}"))));
      assertRefusal(denied, 403, "AccessDeniedException", sentence);
      assertThat(denied.requestId()).isEqualTo(FIXTURE.lastCall().requestId());
      FIXTURE.answer("Converse", _ -> new Reply.Fault(0, "ThrottlingException", "Too many", false));
      assertRefusal(
          catchThrowableOfType(
              ThrottlingException.class, () -> runtime.converse(request -> request.modelId("m"))),
          429,
          "ThrottlingException",
          "Too many");
    }
  }

  @Test
  void invokeModelBringsItsBodyAndHeadersRaw() {
    FIXTURE.answer(
        "InvokeModel",
        _ ->
            new Reply.Payload(
                "application/json",
                "{\"ok\":\"é\"}",
                Map.of("x-amzn-bedrock-input-token-count", "3")));
    try (var runtime = runtime()) {
      var answer =
          runtime.invokeModel(request ->
              request
                  .modelId(MODEL_ARN)
                  .accept("application/json")
                  .body(SdkBytes.fromUtf8String("{\"ü\":1}")));
      assertThat(answer.body().asUtf8String()).isEqualTo("{\"ok\":\"é\"}");
      assertThat(answer.contentType()).isEqualTo("application/json");
      assertThat(answer.sdkHttpResponse().firstMatchingHeader("x-amzn-bedrock-input-token-count"))
          .hasValue("3");
    }
    var call = FIXTURE.lastCall();
    assertThat(call.body()).isEqualTo("{\"ü\":1}");
    assertThat(call.input().text("modelId")).hasValue(MODEL_ARN);
    assertThat(call.input().text("accept")).hasValue("application/json");
    assertThat(call.input().get("body")).isEmpty();
    assertThat(call.service()).isEqualTo("bedrock-runtime");
  }

  @Test
  void organizationsSpeaksJson() {
    FIXTURE.answer(
        "ListPolicies",
        """
        {"Policies": [{"Id": "p-1", "Name": "n", "AwsManaged": false}]}\
        """);
    FIXTURE.answer(
        "DescribeAccount", "{\"Account\": {\"JoinedTimestamp\": \"2025-10-01T12:00:00.5Z\"}}");
    FIXTURE.answer("AttachPolicy", "{}");
    FIXTURE.answer(
        "DescribePolicy", _ -> new Reply.Fault(0, "PolicyNotFoundException", "no such", false));
    try (var organizations =
        OrganizationsClient.builder()
            .applyMutation(FIXTURE.as(Fixture.USER))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      var policies =
          organizations.listPolicies(request -> request.filter(PolicyType.SERVICE_CONTROL_POLICY));
      assertThat(policies.policies().getFirst().awsManaged()).isFalse();
      assertThat(FIXTURE.lastCall().input())
          .isEqualTo(Fixture.json("{\"Filter\": \"SERVICE_CONTROL_POLICY\"}"));
      assertThat(
              organizations
                  .describeAccount(r -> r.accountId("111122223333"))
                  .account()
                  .joinedTimestamp())
          .isEqualTo(Instant.parse("2025-10-01T12:00:00.5Z"));
      var _ = organizations.attachPolicy(r -> r.policyId("p-12345678").targetId("r-1234"));
      assertRefusal(
          catchThrowableOfType(
              PolicyNotFoundException.class,
              () -> organizations.describePolicy(request -> request.policyId("p-FullAWSAccess"))),
          400,
          "PolicyNotFoundException",
          "no such");
    }
  }

  @Test
  void aServiceThatFailsIsAnInternalErrorWithoutDetails() {
    FIXTURE.answer(
        "GetFoundationModel",
        _ -> {
          throw new IllegalStateException("secret detail");
        });
    try (var bedrock = bedrock()) {
      var failure =
          catchThrowableOfType(
              AwsServiceException.class,
              () -> bedrock.getFoundationModel(request -> request.modelIdentifier("a.model")));
      assertThat(failure.statusCode()).isEqualTo(500);
      assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("InternalServerException");
      assertThat(failure.getMessage()).doesNotContain("secret detail");
      assertThat(failure.requestId()).isEqualTo(FIXTURE.lastCall().requestId());
    }
  }

  private static PolicyDescriptorType policy(String arn) {
    return PolicyDescriptorType.builder().arn(arn).build();
  }

  private static void assertRefusal(
      AwsServiceException refusal, int status, String code, String message) {
    assertThat(refusal.statusCode()).isEqualTo(status);
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
  }

  private static StsClient sts(AwsCredentials credentials) {
    return StsClient.builder()
        .applyMutation(FIXTURE.as(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static IamClient iam() {
    return IamClient.builder()
        .applyMutation(FIXTURE.as(Fixture.USER))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static BedrockClient bedrock() {
    return BedrockClient.builder()
        .applyMutation(FIXTURE.as(Fixture.USER))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static BedrockRuntimeClient runtime() {
    return BedrockRuntimeClient.builder()
        .applyMutation(FIXTURE.as(Fixture.SESSION))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
