package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.eventstream.FrameReader;
import io.outcrop.sandbox.wire.eventstream.FrameReading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Paths, queries, headers, and JSON bodies. Source: Smithy 2.0, "AWS restJson1 protocol", read
/// 2026-11; the error header as seen in Bedrock's answers.
record RestJson(ServiceModel model) implements Dialect {
  private static final String CORAL = ":http://internal.amazon.com/coral/";

  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var scalars = new Scalars();
    var members = new LinkedHashMap<String, Json>();
    var outside = new OutsideBody(request, labels, scalars);
    var inputs = new Inputs(model, scalars);
    for (var member : operation.input().members().values()) {
      outside.read(member).ifPresent(value -> members.put(member.name(), value));
      if (member.location() instanceof Location.Payload && request.body().length > 0) {
        payload(member, request, inputs, members);
      }
    }
    if (operation.input().hasBody() && request.body().length > 0) {
      members.putAll(inputs.body(operation.input(), request.text()));
    }
    return Decoding.of(model, operation, members, scalars.problems());
  }

  /// A payload of bytes is read by who wants it: it is the body of the call. Of frames it is only
  /// seen that they are whole.
  private static void payload(
      Member member, Request request, Inputs inputs, Map<String, Json> members) {
    if (request.headers().first("content-type").orElse("").startsWith(EventStreams.MEDIA_TYPE)) {
      if (FrameReader.read(request.body()) instanceof FrameReading.Malformed(String message)) {
        inputs.scalars().problem(message);
      }
      return;
    }
    switch (member.type()) {
      case Type.Text _ -> members.put(member.name(), Json.of(request.text()));
      case Type.Named _, Type.Document _, Type.ListOf _, Type.MapOf _ ->
          inputs
              .json(request.text())
              .ifPresent(value -> members.put(member.name(), inputs.read(member.type(), value)));
      case Type.Blob _, Type.Numeric _, Type.Flag _, Type.Timestamp _ -> {}
    }
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    return new RestResponse(model, operation, output).response();
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    return EventStreams.response(operation.status(), events, requestId);
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    return json(
        Faults.status(fault, model),
        Headers.none().with("x-amzn-errortype", fault.code() + CORAL + namespace(fault) + "/"),
        Faults.withMembers(Json.object(), fault, model));
  }

  private String namespace(Reply.Fault fault) {
    if (fault.fromFrontDoor() || !model.errors().containsKey(fault.code())) {
      return "com.amazon.coral.service";
    }
    return model.service().startsWith("bedrock")
        ? "com.amazon.bedrock"
        : "com.amazon." + model.service();
  }

  static Response json(int status, Headers headers, Json body) {
    return Response.of(
        status,
        headers.with("content-type", "application/json"),
        JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8));
  }
}
