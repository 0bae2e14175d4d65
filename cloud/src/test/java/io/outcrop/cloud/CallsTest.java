package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.AwsError;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Door;
import io.outcrop.cloud.call.Doors;
import io.outcrop.cloud.call.Sts;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How calls are signed, sent, tried again and told.
final class CallsTest extends RecordedCalls {
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
    assertThat(asked.header("User-agent")).isEqualTo("outcrop/dev");
  }

  @Test
  void anEndpointsOwnPathStays(@TempDir Path home) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"), "[default]\nendpoint_url = " + aws.endpoint() + "/gateway/\n");
    aws.xml(200, identity());

    try (var gateway =
        AwsAccount.open(
            new Connection(
                RecordedAws.client(home),
                RecordedAws.KEYS,
                "eu-central-1",
                null,
                Duration.ofSeconds(10)))) {
      assertThat(gateway.sts().callerIdentity()).isInstanceOf(Answer.Succeeded.class);
    }
    assertThat(aws.asked().getFirst().path()).isEqualTo("/gateway/");
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
              assertThat(refused.clientText()).contains("Service: sts");
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
            lost -> assertThat(lost.stage()).isEqualTo(Answer.Stage.NOT_AWS));
  }

  @Test
  void aPageInAwssPlaceIsNoSuccess() {
    var page = Map.of("content-type", "text/html");
    aws.add(200, page, "<html><body>please log in</body></html>");
    aws.add(200, page, "<html><body>please log in</body></html>");
    aws.add(200, Map.of("content-type", "application/json"), "{}");
    aws.add(200, Map.of("content-type", "application/json"), "{}");
    aws.add(200, Map.of("content-type", "application/json"), "{}");

    assertThat(
            List.of(
                account.sts().callerIdentity(),
                account.doors().call(asking(false)),
                account.doors().call(asking(false)),
                account.doors().call(asking(true)),
                account.bedrock().listFoundationModels()))
        .allSatisfy(answer ->
            assertThat(answer)
                .isInstanceOfSatisfying(
                    Answer.Unreachable.class,
                    lost -> assertThat(lost.stage()).isEqualTo(Answer.Stage.NOT_AWS)));
  }

  @Test
  void whatAnAnswerShowsOfTheRequestIsHidden(@TempDir Path home) throws IOException {
    var key = "ABSKZXhhbXBsZS1vZi1hLWtleQ==";
    var token = "IQoJb3JpZ2luX2VjEXAMPLE/token+of/a=session";
    account.close();
    account = aws.open(new Credentials.ApiKey(Secret.of(key)));
    aws.json(403, "AccessDeniedException", "{\"message\":\"bad {sent}\"}");
    assertThat(account.doors().call(asking(false)).toString())
        .contains("bad Bearer (secret)")
        .doesNotContain(key);

    account.close();
    account =
        aws.open(
            new Credentials.Keys(
                new AccessKeyId("ASIAIOSFODNN7EXAMPLE"), Secret.of("s"), Secret.of(token)));
    aws.json(403, "AccessDeniedException", "{\"message\":\"bad {sent}\"}");
    assertThat(account.sts().callerIdentity().toString())
        .contains("Signature=(secret) (secret)")
        .doesNotContain("IQoJb3JpZ2lu");
    aws.json(403, "AccessDeniedException", "{\"message\":\"bad {sent}\"}");
    assertThat(account.runtime().invoke("m", "{}").toString())
        .contains("Signature=(secret) (secret)")
        .doesNotContain("IQoJb3JpZ2lu");

    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve("token"), "the-token-of-a-provider");
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile web]
        role_arn = arn:aws:iam::111122223333:role/App
        web_identity_token_file = token
        """);
    aws.xml(
        403,
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>{sent}</Message></Error>"
            + "</ErrorResponse>");
    try (var web = aws.open(RecordedAws.client(home), new Credentials.Profile("web"))) {
      assertThat(web.sts().callerIdentity())
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> {
                assertThat(refused.operation()).isEqualTo("sts:AssumeRoleWithWebIdentity");
                assertThat(refused.toString())
                    .contains("WebIdentityToken=(secret)")
                    .doesNotContain("the-token-of-a-provider");
              });
    }
  }

  private static Doors.Asking asking(boolean streams) {
    return new Doors.Asking(Door.INVOKE, "m", "{}", streams, "");
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
            lost -> assertThat(lost.stage()).isEqualTo(Answer.Stage.OTHER_SERVICES));
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
}
