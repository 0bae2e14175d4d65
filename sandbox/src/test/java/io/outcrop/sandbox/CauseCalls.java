package io.outcrop.sandbox;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// The calls of worlds whose cause shows elsewhere than in a plain call of a model.
final class CauseCalls {
  private final Sandbox sandbox;

  CauseCalls(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /// Enters the role of the profile, without a second factor.
  String assume() {
    return assume(AssumeRoleRequest.builder().roleArn(role()).roleSessionName("models").build());
  }

  private String role() {
    return sandbox.subject().principal().replaceFirst(":user/.*", ":role/models");
  }

  /// Enters the role of the profile, with a code that nobody's device shows.
  String assumeWithCode() {
    return assume(
        AssumeRoleRequest.builder()
            .roleArn(role())
            .roleSessionName("models")
            .serialNumber("arn:aws:iam::111122223333:mfa/application")
            .tokenCode("000000")
            .build());
  }

  private String assume(AssumeRoleRequest request) {
    try (var client = sts(profileKeys())) {
      client.assumeRole(request);
      return "answered";
    }
  }

  /// Enters the role of the environment with the token of its file.
  String assumeWithToken() {
    var environment = sandbox.client().environment();
    try (var client = sts(AnonymousCredentialsProvider.create())) {
      var token = Files.readString(Path.of(environment.get("AWS_WEB_IDENTITY_TOKEN_FILE")));
      client.assumeRoleWithWebIdentity(request ->
          request
              .roleArn(environment.get("AWS_ROLE_ARN"))
              .roleSessionName(environment.get("AWS_ROLE_SESSION_NAME"))
              .webIdentityToken(token));
      return "answered";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private StsClient sts(AwsCredentialsProvider credentials) {
    return StsClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.US_EAST_1)
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
        .credentialsProvider(credentials)
        .build();
  }

  private AwsCredentialsProvider profileKeys() {
    var file =
        ProfileFile.builder()
            .type(ProfileFile.Type.CREDENTIALS)
            .content(sandbox.client().home().resolve(".aws").resolve("credentials"))
            .build();
    return ProfileCredentialsProvider.builder()
        .profileFile(file)
        .profileName("application")
        .build();
  }

  /// A message through Mantle, in the form of Anthropic's SDKs, signed.
  String mantle() {
    var body =
        "{\"model\":\"%s\",\"max_tokens\":60,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
            .formatted(sandbox.subject().model());
    try (var http = UrlConnectionHttpClient.create()) {
      var request =
          SdkHttpFullRequest.builder()
              .method(SdkHttpMethod.POST)
              .uri(URI.create(sandbox.endpoint() + "/anthropic/v1/messages"))
              .putHeader("content-type", "application/json")
              .putHeader("anthropic-version", "2023-06-01")
              .build();
      var signed =
          AwsV4HttpSigner.create()
              .sign(parameters ->
                  parameters
                      .identity(keys())
                      .request(request)
                      .payload(() -> stream(body))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock-mantle")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, sandbox.subject().region()));
      var response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElseThrow())
                      .build())
              .call();
      var said = response.responseBody().orElseThrow().readAllBytes();
      return response.httpResponse().statusCode() + " " + error(said);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  private AwsBasicCredentials keys() {
    var environment = sandbox.client().environment();
    return AwsBasicCredentials.create(
        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
  }

  private static String error(byte[] said) {
    var text = new String(said, StandardCharsets.UTF_8);
    return JsonReader.read(text) instanceof JsonReading.Read(Json.Obj answer)
        ? answer
            .object("error")
            .map(error -> error.text("type").orElse("") + ": " + error.text("message").orElse(""))
            .orElse("answered")
        : text;
  }
}
