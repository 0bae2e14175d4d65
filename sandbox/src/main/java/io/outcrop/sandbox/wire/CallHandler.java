package io.outcrop.sandbox.wire;

import io.outcrop.http.Handler;
import io.outcrop.http.Headers;
import io.outcrop.http.Interruption;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Severance;
import io.outcrop.sandbox.signature.HostRegion;
import io.outcrop.sandbox.signature.SignatureVerifier;
import io.outcrop.sandbox.signature.Verification;
import io.outcrop.sandbox.wire.dialect.Decoding;
import io.outcrop.sandbox.wire.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Answers one request after the other in AWS's order: is there such an operation, does the
/// signature hold, is the input well formed; then whatever the services say.
final class CallHandler implements Handler {
  private static final System.Logger LOG = System.getLogger(CallHandler.class.getName());

  private final Router router = new Router();
  private final TooLarge tooLarge = new TooLarge(router);
  private final SignatureVerifier verifier;
  private final Function<Call, Reply> services;
  private final InstantSource clock;
  private final HttpDate date = new HttpDate();

  CallHandler(SignatureVerifier verifier, Function<Call, Reply> services, InstantSource clock) {
    this.verifier = verifier;
    this.services = services;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    var requestId = UUID.randomUUID().toString();
    var response =
        switch (router.route(request, requestId)) {
          case Routing.Found found -> answer(request, found, requestId);
          case Routing.Unknown(Response refusal) -> refusal;
        };
    return stamped(response, requestId);
  }

  @Override
  public Response tooLarge(Request head) {
    var requestId = UUID.randomUUID().toString();
    return stamped(tooLarge.answer(head, requestId), requestId);
  }

  private Response stamped(Response response, String requestId) {
    return new Response(
        response.status(),
        response
            .headers()
            .with("x-amzn-requestid", requestId)
            .with("date", date.at(clock.instant())),
        response.body());
  }

  private Response answer(Request request, Routing.Found found, String requestId) {
    var dialect = found.dialect();
    return switch (verifier.verify(request, found.model().signingName())) {
      case Verification.Refused(Reply.Fault fault) -> dialect.fault(fault, requestId);
      case Verification.Unsigned _ when found.operation().anonymous() ->
          call(request, found, new Caller.Anonymous(), HostRegion.of(request), requestId);
      case Verification.Unsigned _ ->
          dialect.fault(SignatureVerifier.missing(request, found.model().signingName()), requestId);
      case Verification.WithApiKey(Caller.ApiKey key, String region) ->
          call(request, found, key, region, requestId);
      case Verification.Signed(String accessKeyId, String region) ->
          call(request, found, new Caller.Signed(accessKeyId), region, requestId);
    };
  }

  private Response call(
      Request request, Routing.Found found, Caller caller, String region, String requestId) {
    var dialect = found.dialect();
    return switch (dialect.decode(found.operation(), request, found.labels())) {
      case Decoding.Refused(Reply.Fault fault) -> dialect.fault(fault, requestId);
      case Decoding.Read(Json.Obj input) -> {
        var call =
            new Call(
                requestId,
                found.model().service(),
                found.operation().name(),
                input,
                request.text(),
                headers(request),
                caller,
                region,
                clock.instant());
        yield encode(reply(call), dialect, found, requestId);
      }
    };
  }

  private Reply reply(Call call) {
    try {
      return services.apply(call);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "event=call-failed service=%s operation=%s request=%s"
              .formatted(call.service(), call.operation(), call.requestId()),
          failure);
      return new Reply.Fault(
          500,
          "InternalServerException",
          "The system encountered an unexpected error during processing. Try your request again.",
          false);
    }
  }

  private static Response encode(
      Reply reply, Dialect dialect, Routing.Found found, String requestId) {
    return switch (reply) {
      case Reply.Output(Json.Obj output) -> dialect.output(found.operation(), output, requestId);
      case Reply.Fault fault -> dialect.fault(fault, requestId);
      case Reply.Payload(String contentType, String body, Map<String, String> headers) ->
          Response.of(
              found.operation().status(),
              Headers.of(headers).with("content-type", contentType),
              body.getBytes(StandardCharsets.UTF_8));
      case Reply.Events events ->
          dialect.events(found.operation(), withContentType(events, found), requestId);
      case Reply.Severed(var begun, var manner) when begun.isEmpty() ->
          Response.text(200, "").interrupted(new Interruption.Unanswered(manner(manner)));
      case Reply.Severed(var begun, var manner) ->
          encode(begun.getFirst(), dialect, found, requestId)
              .interrupted(new Interruption.Broken(Long.MAX_VALUE, manner(manner)));
    };
  }

  private static Interruption.Manner manner(Severance severance) {
    return switch (severance) {
      case CLOSE -> Interruption.Manner.CLOSE;
      case RESET -> Interruption.Manner.RESET;
      case SILENCE -> Interruption.Manner.SILENCE;
    };
  }

  /// Anthropic's Java SDK reads a stream only if this header says what is in it.
  private static Reply.Events withContentType(Reply.Events events, Routing.Found found) {
    if (!found.operation().name().equals("InvokeModelWithResponseStream")
        || events.headers().containsKey("x-amzn-bedrock-content-type")) {
      return events;
    }
    var headers = new HashMap<>(events.headers());
    headers.put("x-amzn-bedrock-content-type", "application/json");
    return new Reply.Events(events.stream(), headers);
  }

  /// What services may see: everything but what proves who calls.
  private static Map<String, String> headers(Request request) {
    var result = new HashMap<String, String>();
    request.headers().forEach((name, value) -> result.merge(name, value, (a, b) -> a + ", " + b));
    result.remove("authorization");
    result.remove("x-amz-security-token");
    result.remove("x-api-key");
    result.remove("x-amz-sso_bearer_token");
    return result;
  }
}
