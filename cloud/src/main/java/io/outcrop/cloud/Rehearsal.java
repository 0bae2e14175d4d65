package io.outcrop.cloud;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.aws.Secret;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.Sts;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SdkTarget;
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
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// The first calls of an examination with nobody at the other end: the SDK signs them, and reads
/// answers that say nothing. What they come to is of no interest; that its classes are there is.
final class Rehearsal {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final UserClient NO_CLIENT =
      new UserClient("any", "", List.of(), List.of(), List.of(), Set.of(), "");
  private static final String JSON = "{\"modelSummaries\":[]}";

  private Rehearsal() {}

  static List<Answer<?>> run() {
    try (var setup = SdkSetup.answeredBy(new Nobody(), target())) {
      return List.of(
          new Sts(setup).callerIdentity(),
          new Iam(setup).user("nobody"),
          new Bedrock(setup).listFoundationModels());
    }
  }

  private static SdkTarget target() {
    var nowhere = Path.of("");
    return new SdkTarget(
        new ClientSide(Map.of(), nowhere, nowhere, Duration.ZERO, true, NO_CLIENT),
        new Credentials.Keys(
            new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), Secret.of("nobody"), Secret.of("")),
        "us-east-1",
        URI.create("https://nobody.invalid"),
        TIMEOUT);
  }

  /// Answers every request at once: Bedrock's in JSON, the others in XML.
  private static final class Nobody implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      var body =
          request.httpRequest().method() == SdkHttpMethod.GET ? JSON : xml(operation(request));
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {
          // There is nothing to break off.
        }
      };
    }

    private static String xml(String operation) {
      return ("<%1$sResponse><%1$sResult><Arn>-</Arn><User><UserName>-</UserName></User>"
              + "</%1$sResult></%1$sResponse>")
          .formatted(operation);
    }

    /// The operation of a form: `Action=GetUser&Version=…`.
    private static String operation(HttpExecuteRequest request) {
      try (var content = request.contentStreamProvider().orElseThrow().newStream()) {
        var form = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        return form.substring(form.indexOf('=') + 1, form.indexOf('&'));
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
