package io.outcrop.cloud;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.credentials.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Nobody at the other end: every request is answered at once, with one answer that holds a little
/// of whatever an examination asks. What it comes to is of no interest; that the SDK signed, and
/// that the answer was read, is. Safe for many threads.
final class Nobody implements SdkHttpClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final UserClient NO_CLIENT =
      new UserClient("any", "", List.of(), List.of(), List.of(), Set.of(), "");

  private static final String JSON =
      """
      {"modelSummaries":[],"Organization":{"Id":"o-nobody","MasterAccountId":"111122223333"}}
      """;

  /// `Statement` in each document of a policy is empty.
  private static final String XML =
      """
      <OPERATIONResponse><OPERATIONResult>
        <Arn>-</Arn>
        <User><UserName>nobody</UserName></User>
        <PolicyNames><member>own</member></PolicyNames>
        <PolicyName>own</PolicyName>
        <PolicyDocument>%7B%22Statement%22%3A%5B%5D%7D</PolicyDocument>
        <AttachedPolicies><member>
          <PolicyName>attached</PolicyName>
          <PolicyArn>arn:aws:iam::aws:policy/attached</PolicyArn>
        </member></AttachedPolicies>
        <Policy><PolicyName>attached</PolicyName><DefaultVersionId>v1</DefaultVersionId></Policy>
        <PolicyVersion>
          <Document>%7B%22Statement%22%3A%5B%5D%7D</Document>
        </PolicyVersion>
      </OPERATIONResult></OPERATIONResponse>
      """;

  /// How nobody is reached: without a network, as a user with keys.
  static Connection connection() {
    var nowhere = Path.of("");
    return new Connection(
        new ClientSide(Map.of(), nowhere, nowhere, Duration.ZERO, true, NO_CLIENT),
        new Credentials.Keys(
            new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), Secret.of("nobody"), Secret.of("")),
        "us-east-1",
        URI.create("https://nobody.invalid"),
        TIMEOUT);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(answer(request).getBytes(StandardCharsets.UTF_8))))
            .build();
      }

      @Override
      public void abort() {
        // There is nothing to break off.
      }
    };
  }

  private static String answer(HttpExecuteRequest request) {
    var form = body(request);
    return form.startsWith("Action=")
        ? XML.replace("OPERATION", form.substring(form.indexOf('=') + 1, form.indexOf('&')))
        : JSON;
  }

  private static String body(HttpExecuteRequest request) {
    if (request.contentStreamProvider().isEmpty()) {
      return "";
    }
    try (var content = request.contentStreamProvider().get().newStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
