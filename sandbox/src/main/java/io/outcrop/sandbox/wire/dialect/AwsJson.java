package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// JSON both ways, the operation in a header. Its refusals have status 400, its failures 500,
/// unless the fault says otherwise; a signature or a key that does not hold is a refusal like
/// others, where other protocols say 403. Source: Smithy 2.0, "AWS JSON 1.1 protocol" and "AWS
/// query compatible protocols"; Amazon DynamoDB Developer Guide, "Error handling"; answers of AWS
/// Systems Manager, AWS KMS, Amazon ECS and AWS Cost Explorer in public reports; read 2026-11.
record AwsJson(ServiceModel model, String contentType) implements Dialect {
  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var scalars = new Scalars();
    var body = request.body().length == 0 ? "{}" : request.text();
    var members = new Inputs(model, scalars).body(operation.input(), body);
    return Decoding.of(model, operation, members, scalars.problems());
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    var body = new Outputs(model).structure(operation.output(), output);
    return response(200, Map.of(), operation.hasOutput() ? JsonWriter.compact(body) : "");
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    return EventStreams.response(200, events, requestId);
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    var status = status(fault);
    var body =
        Json.object()
            .with("__type", Json.of(isNamespaced() ? Faults.absolute(fault, model) : fault.code()));
    return response(
        status,
        Faults.queryError(fault, model),
        JsonWriter.compact(Faults.withMembers(body, fault, model)));
  }

  private int status(Reply.Fault fault) {
    if (fault.status() == 0) {
      return Faults.status(fault, model) >= 500 ? 500 : 400;
    }
    return fault.fromFrontDoor() && fault.status() == 403 ? 400 : fault.status();
  }

  private boolean isNamespaced() {
    return contentType.endsWith("1.0");
  }

  private Response response(int status, Map<String, String> headers, String body) {
    return Response.of(
        status,
        Headers.of(headers).with("content-type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
