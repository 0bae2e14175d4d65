package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.cloud.sdk.SignedService.Request;
import io.outcrop.cloud.sdk.SignedService.Response;
import io.outcrop.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/// Calls to a model through any of its doors, whole. Every method makes one call, again where AWS
/// throttles it or fails, and throws nothing.
public final class Doors {
  private final SignedService runtime;
  private final SignedService mantle;

  /// The doors of the region that is called.
  public Doors(SdkSetup setup) {
    this.runtime = setup.signed("bedrock-runtime", setup.region(), "bedrock");
    this.mantle = setup.signed("bedrock-mantle", setup.region(), "bedrock-mantle");
  }

  /// One call.
  ///
  /// @param body for [Door#MESSAGES] and [Door#MANTLE] with the model in it
  /// @param guardrail `id:version` to go with it; empty for none, and not sent where the body has
  ///   to name it
  public record Asking(Door door, String modelId, String body, boolean streams, String guardrail) {}

  /// The answer's size in bytes, once it came whole.
  public Answer<Integer> call(Asking asking) {
    var service = asking.door() == Door.MANTLE ? mantle : runtime;
    var headers = new HashMap<String, String>();
    headers.put("content-type", "application/json");
    if (asking.door().isAnthropics()) {
      headers.put("anthropic-version", "2023-06-01");
    }
    var colon = asking.guardrail().lastIndexOf(':');
    if (colon > 0 && asking.door() == Door.INVOKE) {
      headers.put("x-amzn-bedrock-guardrailidentifier", asking.guardrail().substring(0, colon));
      headers.put("x-amzn-bedrock-guardrailversion", asking.guardrail().substring(colon + 1));
    }
    return service.ask(
        asking.door().operation(asking.streams()),
        new Request("POST", path(asking), headers, asking.body()).repeatable(),
        response -> size(service, response, asking.streams()));
  }

  /// How many tokens `body`, one of InvokeModel, has.
  public Answer<Long> countTokens(String modelId, String body) {
    var encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    var input =
        Json.object()
            .with(
                "input",
                Json.object().with("invokeModel", Json.object().with("body", Json.of(encoded))));
    return runtime.ask(
        "CountTokens",
        new Request(
            "POST",
            "/model/" + Bodies.segment(modelId) + "/count-tokens",
            Map.of("content-type", "application/json"),
            input.toString()),
        Doors::tokens);
  }

  private static long tokens(Response response) {
    if (Bodies.object(response).get("inputTokens").orElse(Json.ofNull())
        instanceof Json.Num(var count, _)) {
      return count.longValue();
    }
    throw new UnreadableAnswerException("the answer has no `inputTokens`");
  }

  private static String path(Asking asking) {
    var model = "/model/" + Bodies.segment(asking.modelId());
    return switch (asking.door()) {
      case INVOKE -> model + (asking.streams() ? "/invoke-with-response-stream" : "/invoke");
      case CONVERSE -> model + (asking.streams() ? "/converse-stream" : "/converse");
      case MESSAGES, MANTLE -> "/anthropic/v1/messages";
    };
  }

  private static int size(SignedService service, Response response, boolean streams) {
    ModelAnswers.check(response, streams);
    if (response.isEventStream()) {
      var decoder = new MessageDecoder(message -> refuse(service, response, message));
      decoder.feed(response.body().asByteArrayUnsafe());
    } else if (response.text().contains("event: error")) {
      throw broken(service, response, "error", "the stream broke off: " + response.text());
    }
    return response.body().asByteArrayUnsafe().length;
  }

  private static void refuse(SignedService service, Response response, Message message) {
    var kind = text(message, ":message-type");
    if (!kind.equals("event")) {
      var code = text(message, kind.equals("exception") ? ":exception-type" : ":error-code");
      throw broken(
          service,
          response,
          Bodies.exceptionName(code),
          Bodies.message(new String(message.getPayload(), StandardCharsets.UTF_8)));
    }
  }

  private static String text(Message message, String header) {
    var value = message.getHeaders().getOrDefault(header, HeaderValue.fromString(""));
    return value.getString();
  }

  /// What breaks a stream off has no HTTP status: the stream's own was 200.
  private static AwsServiceException broken(
      SignedService service, Response response, String code, String message) {
    return AwsServiceException.builder()
        .message(message)
        .statusCode(0)
        .requestId(response.headers().getOrDefault("x-amzn-requestid", ""))
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName(service.place().prefix())
                .errorCode(code)
                .errorMessage(message)
                .build())
        .build();
  }
}
