package io.outcrop.cloud.sdk;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Signed reading calls to a service that speaks JSON and that the SDK has no client for. What
/// fails is thrown as the SDK throws it. Safe for many threads.
///
/// @param place where the service is
/// @param signedAs the service's name in signatures
/// @param ahead how far the local clock is ahead
public record SignedClient(
    SdkService.Place place,
    String signedAs,
    AwsCredentialsProvider keys,
    SdkHttpClient http,
    Duration ahead,
    String userAgent)
    implements SdkAutoCloseable {

  /// What came back.
  public record Reply(Json.Obj body, String requestId) {}

  /// Reads `path`.
  ///
  /// @param query names and values by turns
  public Reply get(String path, List<String> query) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create(place.address().toString().replaceAll("/$", "") + path))
            .putHeader("Accept", "application/json")
            .putHeader("User-Agent", userAgent);
    for (var i = 0; i + 1 < query.size(); i += 2) {
      request.putRawQueryParameter(query.get(i), query.get(i + 1));
    }
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(keys.resolveCredentials())
                    .request(request.build())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signedAs)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, place.region())
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.offset(Clock.systemUTC(), ahead)));
    try {
      return reply(
          http.prepareRequest(HttpExecuteRequest.builder().request(signed.request()).build())
              .call());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private Reply reply(HttpExecuteResponse response) throws IOException {
    var head = response.httpResponse();
    var id = head.firstMatchingHeader("x-amzn-requestid").orElse("");
    var text = "";
    if (response.responseBody().isPresent()) {
      try (var body = response.responseBody().get()) {
        text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    var json =
        JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object) ? object : Json.object();
    if (!head.isSuccessful()) {
      var type = head.firstMatchingHeader("x-amzn-errortype").orElse("");
      throw refused(head.statusCode(), type, json, id);
    }
    return new Reply(json, id);
  }

  private AwsServiceException refused(int status, String type, Json.Obj body, String id) {
    var named = type.isEmpty() ? body.text("__type").orElse("") : type;
    var code = named.replaceAll(":.*$", "").replaceAll("^.*#", "");
    var message = body.text("message").or(() -> body.text("Message")).orElse("");
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId(id)
        .message(message)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(message)
                .serviceName(place.prefix())
                .build())
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
