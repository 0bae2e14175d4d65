package io.outcrop.cloud.sdk;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Reads errors out of AWS's envelopes: JSON's, Anthropic's, XML's. Source: Smithy's "AWS
/// protocols", and answers of Bedrock's own routes.
final class Envelopes {
  private static final String STREAMED = "application/vnd.amazon.eventstream";
  private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]+)</Code>");
  private static final Pattern XML_MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");
  private static final Pattern XML_ID =
      Pattern.compile("<Request(?:ID|Id)>([^<]*)</Request(?:ID|Id)>");

  private Envelopes() {}

  /// The id of the request that `response` answers; empty if it has none.
  static String requestId(SignedService.Response response) {
    for (var name : new String[] {"x-amzn-requestid", "x-amz-request-id", "request-id"}) {
      var id = response.headers().get(name);
      if (id != null) {
        return id;
      }
    }
    return first(XML_ID, response.text());
  }

  /// Whether what has these headers, by their names in lower case, is an event stream of AWS's.
  static boolean isEventStream(Map<String, String> headers) {
    return headers.getOrDefault("content-type", "").startsWith(STREAMED);
  }

  /// The refusal in `response`, without a code if it is no error of AWS's.
  static AwsServiceException refusal(String service, SignedService.Response response) {
    var text = response.text();
    var body =
        JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object) ? object : Json.object();
    var code = code(response, body, text);
    var message = message(body, text);
    return AwsServiceException.builder()
        .message(code.isEmpty() ? "status " + response.status() : code + ": " + message)
        .statusCode(response.status())
        .requestId(requestId(response))
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage(message)
                .build())
        .build();
  }

  private static String code(SignedService.Response response, Json.Obj body, String text) {
    var named =
        Optional.ofNullable(response.headers().get("x-amzn-errortype"))
            .or(() -> body.text("__type"))
            .or(() -> body.object("error").flatMap(error -> error.text("type")))
            .or(() -> body.text("code"))
            .orElseGet(() -> first(XML_CODE, text));
    var bare = named.contains("#") ? named.substring(named.indexOf('#') + 1) : named;
    return bare.contains(":") ? bare.substring(0, bare.indexOf(':')) : bare;
  }

  private static String message(Json.Obj body, String text) {
    return body.text("message")
        .or(() -> body.text("Message"))
        .or(() -> body.object("error").flatMap(error -> error.text("message")))
        .orElseGet(() -> first(XML_MESSAGE, text));
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
