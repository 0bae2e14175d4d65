package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// JSON both ways, the operation in a header. Its refusals have status 400, its failures 500,
/// unless the fault says otherwise. Source: Smithy 2.0, "AWS JSON 1.1 protocol", read 2026-11.
record AwsJson(ServiceModel model, String contentType) implements Dialect {
  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var inputs = new Inputs(model);
    var text = request.body().length == 0 ? "{}" : request.text();
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Json.Obj body) -> {
        var input = Json.object(inputs.structure(operation.input(), body));
        yield inputs.problems().isEmpty()
            ? complete(operation, input)
            : new Decoding.Refused(Faults.serialization(inputs.problems().getFirst()));
      }
      case JsonReading.Read _ ->
          new Decoding.Refused(Faults.serialization("Unexpected token received from parser"));
      case JsonReading.Malformed(String message, _) ->
          new Decoding.Refused(Faults.serialization(message));
    };
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    var body = new Outputs(model).structure(operation.output(), output);
    return response(200, operation.hasOutput() ? JsonWriter.compact(body) : "");
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    var modelled = Faults.status(fault, model);
    var status = fault.status() != 0 ? fault.status() : modelled >= 500 ? 500 : 400;
    return response(
        status,
        JsonWriter.compact(
            Json.object()
                .with("__type", Json.of(fault.code()))
                .with(Faults.messageMember(fault, model), Json.of(fault.message()))));
  }

  private Decoding complete(Operation operation, Json.Obj input) {
    return MissingMembers.find(model, operation.input(), input)
        .<Decoding>map(sentence -> new Decoding.Refused(Faults.validation(sentence)))
        .orElseGet(() -> new Decoding.Read(input));
  }

  private Response response(int status, String body) {
    return Response.of(
        status,
        Headers.none().with("content-type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
