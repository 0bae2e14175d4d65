package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.eventstream.ServerSentEvents;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The routes that Anthropic's SDKs call. What stands in path, query and headers is read by the
/// descriptor; the body is the operation's own ([io.outcrop.sandbox.call.Call#body]). Streams are
/// server-sent events, errors have Anthropic's envelope. Source: Claude API Reference, "Errors" and
/// "Streaming Messages", read 2026-11.
record AnthropicRoutes(ServiceModel model) implements Dialect {
  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var scalars = new Scalars();
    var members = new LinkedHashMap<String, Json>();
    var outside = new OutsideBody(request, labels, scalars);
    for (var member : operation.input().members().values()) {
      outside.read(member).ifPresent(value -> members.put(member.name(), value));
    }
    return Decoding.of(model, operation, members, scalars.problems());
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    return RestJson.json(
        operation.status(), Headers.none().with("request-id", id(requestId)), output);
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    return new Response(
        operation.status(),
        Headers.of(events.headers())
            .with("content-type", "text/event-stream; charset=utf-8")
            .with("cache-control", "no-cache")
            .with("request-id", id(requestId)),
        new Response.Body.Streamed(
            new ServerSentEvents(
                events.stream(),
                requestId,
                () -> error("api_error", "Internal server error", requestId))));
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    var status = Faults.status(fault, model);
    var body = error(type(fault.code(), status), fault.message(), requestId);
    return Response.of(
        status,
        Headers.none().with("content-type", "application/json").with("request-id", id(requestId)),
        JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8));
  }

  private static Json.Obj error(String type, String message, String requestId) {
    var error = Json.object().with("type", Json.of(type)).with("message", Json.of(message));
    return Json.object()
        .with("type", Json.of("error"))
        .with("error", error)
        .with("request_id", Json.of(id(requestId)));
  }

  private static String id(String requestId) {
    return "req_" + requestId.replace("-", "");
  }

  /// A fault may name Anthropic's type itself; AWS's names become the type of their status.
  private static String type(String code, int status) {
    if (code.endsWith("_error")) {
      return code;
    }
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 503, 529 -> "overloaded_error";
      default -> status < 500 ? "invalid_request_error" : "api_error";
    };
  }
}
