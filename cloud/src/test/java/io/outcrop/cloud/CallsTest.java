package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.AwsError;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.IamToolbox;
import io.outcrop.cloud.call.Organizations;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.cloud.call.Sts;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls against recorded answers in AWS's own wire forms. The process's environment is poisoned by
/// the build (`pom.xml`), so every test here also shows that the SDK reads nothing of it.
final class CallsTest {
  private static final String ID = "11111111-2222-3333-4444-555555555555";

  private RecordedAws aws = open();
  private AwsAccount account = aws.open(RecordedAws.KEYS);

  private static RecordedAws open() {
    try {
      return new RecordedAws();
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
  }

  @BeforeEach
  void theProcessIsPoisoned() {
    assertThat(System.getenv("AWS_ENDPOINT_URL")).isEqualTo("http://poison.invalid");
  }

  @AfterEach
  void close() {
    account.close();
    aws.close();
  }

  @Test
  void signsAndNamesItself() {
    aws.xml(200, identity());

    assertThat(account.sts().callerIdentity())
        .isEqualTo(
            new Answer.Succeeded<>(
                new Sts.Identity(
                    "111122223333", "arn:aws:iam::111122223333:user/dev", "AIDAEXAMPLE"),
                ID));
    var asked = aws.asked().getFirst();
    assertThat(asked.header("Authorization"))
        .contains("Credential=AKIAIOSFODNN7EXAMPLE/")
        .contains("/eu-central-1/sts/aws4_request");
    assertThat(asked.header("User-agent")).endsWith(" outcrop/dev");
  }

  @Test
  void aRefusalKeepsAwssOwnSentence() {
    aws.xml(
        403,
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
        <Code>InvalidClientTokenId</Code>\
        <Message>The security token included in the request is invalid.</Message></Error>\
        <RequestId>%s</RequestId></ErrorResponse>\
        """
            .formatted(ID));

    assertThat(account.sts().callerIdentity())
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.operation()).isEqualTo("sts:GetCallerIdentity");
              assertThat(refused.error())
                  .isEqualTo(
                      new AwsError(
                          403,
                          "InvalidClientTokenId",
                          "The security token included in the request is invalid.",
                          ID));
              assertThat(refused.clientText()).contains("Service: Sts");
            });
    assertThat(aws.asked()).as("no second try").hasSize(1);
  }

  @Test
  void theFrontDoorsCapitalMessageIsRead() {
    aws.json(
        403,
        "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/",
        "{\"Message\":\"User: arn:aws:iam::111122223333:user/dev is not authorized\"}");

    assertThat(account.runtime().invoke("anthropic.claude-3-haiku-20240307-v1:0", "{}"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.error())
                    .isEqualTo(
                        new AwsError(
                            403,
                            "AccessDeniedException",
                            "User: arn:aws:iam::111122223333:user/dev is not authorized",
                            ID)));
    assertThat(aws.asked().getFirst().path())
        .isEqualTo("/model/anthropic.claude-3-haiku-20240307-v1%3A0/invoke");
  }

  @Test
  void throttlesAndFaultsAreTriedAgain() {
    aws.json(429, "ThrottlingException", "{\"message\":\"Too many requests\"}")
        .json(503, "ServiceUnavailableException", "{\"message\":\"Wait\"}")
        .json("{\"answer\":42}");

    assertThat(account.runtime().invoke("m", "{}"))
        .isEqualTo(new Answer.Succeeded<>("{\"answer\":42}", ID));
    assertThat(aws.asked()).hasSize(3);
  }

  @Test
  void aWrongClockIsNotCorrectedBehindOurBack() {
    var late = "Signature expired: 20251003T064900Z is now earlier than 20251003T070000Z";
    aws.json(403, "InvalidSignatureException", "{\"message\":\"" + late + "\"}");

    assertThat(account.runtime().invoke("m", "{}")).isInstanceOf(Answer.Refused.class);
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void anAnswerOfNobodysIsNotAwss() {
    aws.add(407, Map.of("content-type", "text/html"), "<html>Proxy login</html>");

    assertThat(account.runtime().invoke("m", "{}"))
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            lost -> assertThat(lost.stage()).isEqualTo(Answer.Stage.PROXY));
  }

  @Test
  void anApiKeyIsSentToBedrockAndNowhereElse() {
    account.close();
    account = aws.open(new Credentials.ApiKey(Secret.of("ABSKEXAMPLE")));
    aws.json("{}");

    assertThat(account.runtime().invoke("m", "{}")).isInstanceOf(Answer.Succeeded.class);
    assertThat(aws.asked().getFirst().header("Authorization")).isEqualTo("Bearer ABSKEXAMPLE");
    assertThat(account.sts().callerIdentity())
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            lost -> assertThat(lost.stage()).isEqualTo(Answer.Stage.CREDENTIALS));
    assertThat(aws.asked()).hasSize(1);
  }

  @Test
  void aProfilesRoleIsAssumedAtTheSameEndpoint(@TempDir Path home) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile app]
        role_arn = arn:aws:iam::111122223333:role/App
        source_profile = base
        [profile base]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    aws.xml(
            200,
            """
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>\
            <Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>\
            <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>\
            </AssumeRoleResult></AssumeRoleResponse>\
            """)
        .xml(200, identity());

    account.close();
    account = aws.open(RecordedAws.client(home), new Credentials.Profile("app"));
    assertThat(account.sts().callerIdentity()).isInstanceOf(Answer.Succeeded.class);
    assertThat(aws.asked().get(0).body())
        .contains("Action=AssumeRole")
        .contains("RoleSessionName=outcrop");
    assertThat(aws.asked().get(1).header("Authorization")).contains("ASIAIOSFODNN7EXAMPLE");
    assertThat(aws.asked().get(1).header("X-amz-security-token")).isEqualTo("t");
  }

  @Test
  void aRoleThatMayNotBeAssumedIsStssRefusal(@TempDir Path home) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [app]
        role_arn = arn:aws:iam::111122223333:role/App
        source_profile = app
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    aws.xml(403, iamError("AccessDenied", "not authorized to perform: sts:AssumeRole"));

    account.close();
    account = aws.open(RecordedAws.client(home), new Credentials.Profile("app"));
    assertThat(account.runtime().invoke("m", "{}"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.operation()).isEqualTo("sts:AssumeRole"));
  }

  @Test
  void aMissingProfileIsNotSent() {
    account.close();
    account = aws.open(new Credentials.Profile("nobody"));
    assertThat(account.sts().callerIdentity())
        .isEqualTo(
            new Answer.Unreachable<>(
                "sts:GetCallerIdentity",
                Answer.Stage.CREDENTIALS,
                aws.endpoint().getAuthority(),
                "there is no profile `nobody`"));
  }

  @Test
  void aLineBreakInsideATokenCannotBeSent() {
    account.close();
    var keys =
        new Credentials.Keys(
            new AccessKeyId("ASIAIOSFODNN7EXAMPLE"), Secret.of("s"), Secret.of("hidden\ntoken"));
    account = aws.open(keys);
    assertThat(account.sts().callerIdentity())
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            lost -> {
              assertThat(lost.stage()).isEqualTo(Answer.Stage.CREDENTIALS);
              assertThat(lost.why()).doesNotContain("hidden");
            });
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void theClientSidesWrongClockSigns() {
    account.close();
    var wrong =
        new ClientSide(
            Map.of(),
            Path.of("/nonexistent"),
            Path.of("/nonexistent"),
            Duration.ofDays(-3650),
            true);
    account = aws.open(wrong, RecordedAws.KEYS);
    aws.xml(200, identity());
    assertThat(account.sts().callerIdentity()).isInstanceOf(Answer.Succeeded.class);
    var year = aws.asked().getFirst().header("X-amz-date").substring(0, 4);
    var now = Year.now(ZoneOffset.UTC).getValue();
    assertThat(Integer.parseInt(year)).isBetween(now - 11, now - 9);
  }

  @Test
  void modelsKeepTheDatesOfTheirLives() {
    aws.json(
        """
        {"modelSummaries":[{"modelArn":"arn:aws:bedrock:eu-central-1::foundation-model/a.b",\
        "modelId":"a.b","inferenceTypesSupported":["INFERENCE_PROFILE"],\
        "modelLifecycle":{"status":"LEGACY","startOfLifeTime":"2024-06-20T00:00:00Z",\
        "endOfLifeTime":"2026-03-01T00:00:00Z"}}]}\
        """);

    assertThat(account.bedrock().listFoundationModels())
        .isEqualTo(
            new Answer.Succeeded<>(
                List.of(
                    new Bedrock.FoundationModel(
                        "a.b",
                        "arn:aws:bedrock:eu-central-1::foundation-model/a.b",
                        false,
                        true,
                        "2024-06-20T00:00:00Z",
                        "",
                        "2026-03-01T00:00:00Z")),
                ID));
  }

  @Test
  void theFormIsReadHoweverOftenItIsEncoded() {
    var form = "{\"companyName\":\"Example\"}";
    var once = Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8));
    var twice = Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.UTF_8));
    aws.json("{\"formData\":\"" + once + "\"}")
        .json("{\"formData\":\"" + twice + "\"}")
        .json(201, "", "{}");

    var expected = Json.object().with("companyName", Json.of("Example"));
    assertThat(account.bedrock().useCaseForm()).isEqualTo(new Answer.Succeeded<>(expected, ID));
    assertThat(account.bedrock().useCaseForm()).isEqualTo(new Answer.Succeeded<>(expected, ID));
    assertThat(account.bedrock().putUseCaseForm(expected))
        .isEqualTo(new Answer.Succeeded<>(true, ID));
    assertThat(aws.asked().getLast().body()).isEqualTo("{\"formData\":\"" + once + "\"}");
  }

  @Test
  void policyDocumentsAreDecodedAndRead() {
    var document =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a+b"
            + " c\",\"Effect\":\"Allow\",\"Action\":\"bedrock:*\",\"Resource\":\"*\"}]}";
    var encoded = URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    aws.xml(
        200,
        iam(
            "GetUserPolicy",
            "<UserName>dev</UserName><PolicyName>p</PolicyName><PolicyDocument>"
                + encoded
                + "</PolicyDocument>"));

    var answer = account.iam().inlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "p");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Succeeded.class,
            read -> assertThat(read.value().toString()).isEqualTo(document));
    assertThat(aws.asked().getFirst().header("Authorization")).contains("/us-east-1/iam/");
  }

  @Test
  void aDocumentThatIsNoneIsAnAnswerToo() {
    aws.xml(
        200,
        iam(
            "GetUserPolicy",
            "<UserName>dev</UserName><PolicyName>p</PolicyName><PolicyDocument>%7B</PolicyDocument>"));
    assertThat(account.iam().inlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "p"))
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            lost -> assertThat(lost.why()).startsWith("the policy document is not JSON"));
  }

  @Test
  void pagesAreFollowed() {
    aws.xml(
            200,
            iam(
                "ListAttachedRolePolicies",
                "<IsTruncated>true</IsTruncated><Marker>m1</Marker><AttachedPolicies>"
                    + attached("A")
                    + "</AttachedPolicies>"))
        .xml(
            200,
            iam(
                "ListAttachedRolePolicies",
                "<IsTruncated>false</IsTruncated><AttachedPolicies>"
                    + attached("B")
                    + "</AttachedPolicies>"));

    assertThat(account.iam().attachedPolicies(new PolicyOwner(PolicyOwner.Kind.ROLE, "r")))
        .isInstanceOfSatisfying(
            Answer.Succeeded.class,
            read ->
                assertThat(read.value())
                    .isEqualTo(
                        List.of(
                            new Iam.Attached("A", "arn:aws:iam::111122223333:policy/A"),
                            new Iam.Attached("B", "arn:aws:iam::111122223333:policy/B"))));
    assertThat(aws.asked().get(1).body()).contains("Marker=m1");
  }

  @Test
  void whatIsNotThereNeedsNoRemoval() {
    aws.xml(404, iamError("NoSuchEntity", "The role policy with name p cannot be found."))
        .xml(404, iamError("NoSuchEntity", "The role with name r cannot be found."));

    var owner = new PolicyOwner(PolicyOwner.Kind.ROLE, "r");
    assertThat(account.iam().deleteInlinePolicy(owner, "p"))
        .isEqualTo(new Answer.Succeeded<>(true, ID));
    assertThat(account.iam().role("r")).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void putsTheDocumentItWasGiven() {
    aws.xml(200, "<PutUserPolicyResponse/>");
    var document = Json.object().with("Version", Json.of("2012-10-17"));
    assertThat(
            account
                .iam()
                .putInlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "P", document))
        .isInstanceOf(Answer.Succeeded.class);
    assertThat(URLDecoder.decode(aws.asked().getFirst().body(), StandardCharsets.UTF_8))
        .contains("PolicyDocument={\"Version\":\"2012-10-17\"}");
  }

  @Test
  void levelsComeFromTheRootDown() {
    aws.json("{\"Policies\":[]}")
        .json("{\"Parents\":[{\"Id\":\"r-1\",\"Type\":\"ROOT\"}]}")
        .json("{\"Policies\":[{\"Id\":\"p-1\",\"Name\":\"Guard\"}]}")
        .json(
            "{\"Policy\":{\"PolicySummary\":{\"Id\":\"p-1\",\"Arn\":\"arn:p-1\",\"Name\":\"Guard\"},\"Content\":\"{}\"}}");

    assertThat(account.organizations().levels("111122223333"))
        .isEqualTo(
            new Answer.Succeeded<>(
                List.of(
                    new Organizations.Level(
                        "r-1",
                        "ROOT",
                        List.of(
                            new Organizations.Policy("p-1", "arn:p-1", "Guard", Json.object()))),
                    new Organizations.Level("111122223333", "ACCOUNT", List.of())),
                ID));
  }

  @Test
  void theFirstRefusalEndsTheWalk() {
    aws.json("{\"Policies\":[]}")
        .json(
            400,
            "",
            "{\"__type\":\"AccessDeniedException\",\"Message\":\"You don't have permissions\"}");
    assertThat(account.organizations().levels("111122223333"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.operation()).isEqualTo("organizations:ListParents"));
  }

  private static String identity() {
    return """
    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
    <GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/dev</Arn>\
    <UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account></GetCallerIdentityResult>\
    <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></GetCallerIdentityResponse>\
    """
        .formatted(ID);
  }

  private static String iam(String operation, String result) {
    return "<%1$sResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata></%1$sResponse>"
        .formatted(operation, result, ID);
  }

  private static String iamError(String code, String message) {
    return "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
        .formatted(code, message, ID);
  }

  private static String attached(String name) {
    return "<member><PolicyName>%1$s</PolicyName><PolicyArn>arn:aws:iam::111122223333:policy/%1$s</PolicyArn></member>"
        .formatted(name);
  }

  @Test
  void whatAwsWeighedIsReadPageByPage() {
    aws.json(
            """
            {"requestContext":{},"nextToken":"more","policies":[{"uri":"p-example",
             "type":"SERVICE_CONTROL_POLICY","inline":false,
             "attachedTo":[{"arn":"arn:aws:organizations::111122223333:ou/o-example/ou-example"}]}],
             "evaluations":[{"action":"iam:GetUser","resource":"arn:aws:iam::111122223333:user/a",
             "evaluatedEffect":"EXPLICIT_DENY","matchedPolicies":[{"uri":"p-example",
             "matchedStatements":[{"sid":"NoUsers","evaluatedEffect":"DENY"}]}]}]}
            """)
        .json(
            """
            {"requestContext":{},"policies":[],
             "evaluations":[{"action":"iam:PassRole","resource":"","evaluatedEffect":"ALLOW"}]}
            """);

    assertThat(account.iamToolbox().details("example1a2b"))
        .isEqualTo(
            new Answer.Succeeded<>(
                new IamToolbox.Evaluations(
                    List.of(
                        new IamToolbox.Evaluation(
                            "iam:GetUser",
                            "arn:aws:iam::111122223333:user/a",
                            "EXPLICIT_DENY",
                            List.of(new IamToolbox.Matched("p-example", List.of("NoUsers DENY")))),
                        new IamToolbox.Evaluation("iam:PassRole", "", "ALLOW", List.of())),
                    List.of(
                        new IamToolbox.Policy(
                            "p-example",
                            "SERVICE_CONTROL_POLICY",
                            List.of(
                                "arn:aws:organizations::111122223333:ou/o-example/ou-example")))),
                ID));
    assertThat(aws.asked()).hasSize(2);
    var asked = aws.asked().getFirst();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.path()).isEqualTo("/authorization-details/example1a2b");
    assertThat(asked.header("Authorization")).contains("/eu-central-1/iam/aws4_request");
  }

  @Test
  void anEvaluationThatIsNotThereYetIsARefusal() {
    aws.json(404, "ResourceNotFoundException", "{\"message\":\"not yet\"}");

    assertThat(account.iamToolbox().details("example1a2b"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.error())
                    .isEqualTo(new AwsError(404, "ResourceNotFoundException", "not yet", ID)));
  }
}
