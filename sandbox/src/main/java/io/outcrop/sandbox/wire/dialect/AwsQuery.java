package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A form goes in, XML comes out. Source: Smithy 2.0, "AWS query protocol", read 2026-11.
record AwsQuery(ServiceModel model) implements Dialect {
  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var form = new Form(model, Form.Names.QUERY, QueryParameters.of(request).all());
    return Decoding.of(model, operation, form.read(operation.input()), form.problems());
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    var response = operation.name() + "Response";
    var result = operation.name() + "Result";
    var xml = new XmlText(model).openRoot(response);
    if (operation.hasOutput()) {
      xml.open(result).structure(operation.output(), output).close(result);
    }
    xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
    return xml(200, "text/xml", xml.close(response));
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    throw new IllegalStateException("the query protocol has no streams");
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    var status = Faults.status(fault, model);
    var xml =
        new XmlText(model)
            .openRoot("ErrorResponse")
            .open("Error")
            .element("Type", status < 500 ? "Sender" : "Receiver")
            .element("Code", Faults.queryCode(fault, model))
            .element("Message", Faults.queryMessage(fault))
            .details(fault.details())
            .close("Error")
            .element("RequestId", requestId)
            .close("ErrorResponse");
    return xml(status, "text/xml", xml);
  }

  static Response xml(int status, String contentType, XmlText text) {
    return Response.of(
        status,
        Headers.none().with("content-type", contentType),
        text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
