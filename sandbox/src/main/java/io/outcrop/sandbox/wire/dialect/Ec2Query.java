package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;

/// The query protocol as EC2 has it: capital names, flat lists, output without a result around it.
/// Source: Smithy 2.0, "AWS EC2 query protocol", read 2026-11.
record Ec2Query(ServiceModel model) implements Dialect {
  private static final String CONTENT_TYPE = "text/xml;charset=UTF-8";

  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var form = new Form(model, Form.Names.EC2, QueryParameters.of(request).all());
    return Decoding.of(model, operation, form.read(operation.input()), form.problems());
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    var response = operation.name() + "Response";
    return AwsQuery.xml(
        200,
        CONTENT_TYPE,
        new XmlText(model)
            .openRoot(response)
            .structure(operation.output(), output)
            .element("requestId", requestId)
            .close(response));
  }

  @Override
  public Response events(Operation operation, Reply.Events events, String requestId) {
    throw new IllegalStateException("the query protocol has no streams");
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    return AwsQuery.xml(
        Faults.status(fault, model),
        CONTENT_TYPE,
        new XmlText(model)
            .open("Response")
            .open("Errors")
            .open("Error")
            .element("Code", Faults.ec2Code(fault, model))
            .element("Message", fault.message())
            .details(fault.details())
            .close("Error")
            .close("Errors")
            .element("RequestID", requestId)
            .close("Response"));
  }
}
