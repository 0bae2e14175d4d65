package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;

/// CBOR both ways, service and operation in the path. Source: Smithy 2.0, "Smithy RPC v2 CBOR
/// protocol", read 2026-11.
record RpcCbor(ServiceModel model) implements Dialect {
  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var scalars = new Scalars();
    var members = new CborInput(model, scalars).read(operation.input(), request.body());
    return Decoding.of(model, operation, members, scalars.problems());
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    return operation.hasOutput()
        ? response(200, Map.of(), new CborOutput(model).bytes(operation.output(), output))
        : Response.of(200, headers(Map.of()), new byte[0]);
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    return EventStreams.response(200, events, requestId);
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    var modelled = Faults.status(fault, model);
    var status = fault.status() != 0 ? fault.status() : modelled >= 500 ? 500 : 400;
    var body = Json.object().with("__type", Json.of(Faults.absolute(fault, model)));
    return response(
        status,
        Faults.queryError(fault, model),
        new CborOutput(model).bytes(Faults.withMembers(body, fault, model)));
  }

  private static Response response(int status, Map<String, String> headers, byte[] body) {
    return Response.of(status, headers(headers).with("content-type", "application/cbor"), body);
  }

  private static Headers headers(Map<String, String> further) {
    return Headers.of(further).with("smithy-protocol", "rpc-v2-cbor");
  }
}
