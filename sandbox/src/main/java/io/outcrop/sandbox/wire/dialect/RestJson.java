package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.PercentCode;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Paths, queries, headers, and JSON bodies. Source: Smithy 2.0, "AWS restJson1 protocol", read
/// 2026-11; the error header as seen in Bedrock's answers.
record RestJson(ServiceModel model) implements Dialect {
  private static final String CORAL = ":http://internal.amazon.com/coral/";

  @Override
  public Decoding decode(Operation operation, Request request, Map<String, String> labels) {
    var inputs = new Inputs(model);
    var members = new LinkedHashMap<String, Json>();
    var query = Parameters.parse(request.query());
    for (var member : operation.input().values()) {
      values(member, request, labels, query)
          .ifPresent(values -> members.put(member.name(), text(inputs, member.type(), values)));
    }
    if (hasBodyMembers(operation) && request.body().length > 0) {
      switch (JsonReader.read(request.text())) {
        case JsonReading.Read(Json.Obj body) ->
            members.putAll(inputs.structure(operation.input(), body));
        case JsonReading.Read _ -> inputs.problems().add("Unexpected token received from parser");
        case JsonReading.Malformed(String message, _) -> inputs.problems().add(message);
      }
    }
    if (!inputs.problems().isEmpty()) {
      return new Decoding.Refused(Faults.serialization(inputs.problems().getFirst()));
    }
    var input = Json.object(members);
    return MissingMembers.find(model, operation.input(), input)
        .<Decoding>map(sentence -> new Decoding.Refused(Faults.validation(sentence)))
        .orElseGet(() -> new Decoding.Read(input));
  }

  @Override
  public Response output(Operation operation, Json.Obj output, String requestId) {
    return json(
        operation.status(),
        Headers.none(),
        new Outputs(model).structure(operation.output(), output));
  }

  @Override
  public Response fault(Reply.Fault fault, String requestId) {
    return json(
        Faults.status(fault, model),
        Headers.none().with("x-amzn-errortype", fault.code() + CORAL + namespace(fault) + "/"),
        Json.object().with(Faults.messageMember(fault, model), Json.of(fault.message())));
  }

  private String namespace(Reply.Fault fault) {
    if (fault.fromFrontDoor() || !model.errors().containsKey(fault.code())) {
      return "com.amazon.coral.service";
    }
    return model.service().startsWith("bedrock")
        ? "com.amazon.bedrock"
        : "com.amazon." + model.service();
  }

  private static Response json(int status, Headers headers, Json.Obj body) {
    return Response.of(
        status,
        headers.with("content-type", "application/json"),
        JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean hasBodyMembers(Operation operation) {
    return operation.input().values().stream()
        .anyMatch(member -> member.location() instanceof Location.Body);
  }

  private static Optional<List<String>> values(
      Member member, Request request, Map<String, String> labels, Map<String, List<String>> query) {
    return switch (member.location()) {
      case Location.Label _ ->
          Optional.ofNullable(labels.get(member.name()))
              .map(raw -> List.of(PercentCode.decode(raw)));
      case Location.Query(String parameter) -> Optional.ofNullable(query.get(parameter));
      case Location.Header(String header) ->
          request.headers().first(header).map(String::strip).map(List::of);
      case Location.Body _, Location.Payload _ -> Optional.empty();
    };
  }

  /// What stands outside the body is text, whatever its type.
  private static Json text(Inputs inputs, Type type, List<String> values) {
    if (type instanceof Type.ListOf(Type element)) {
      return Json.array(
          values.stream().map(value -> text(inputs, element, List.of(value))).toList());
    }
    var value = values.getFirst();
    return switch (type) {
      case Type.Numeric _ -> number(inputs, value);
      case Type.Flag _ -> inputs.read(type, flag(value));
      case Type.Timestamp _ -> Times.iso(Json.of(value));
      case Type.Text _, Type.Blob _, Type.Document _ -> Json.of(value);
      case Type.ListOf _, Type.MapOf _, Type.Named _ -> inputs.read(type, Json.of(value));
    };
  }

  private static Json flag(String value) {
    return value.equals("true") || value.equals("false")
        ? Json.of(Boolean.parseBoolean(value))
        : Json.of(value);
  }

  private static Json number(Inputs inputs, String value) {
    try {
      return Json.of(new BigDecimal(value));
    } catch (NumberFormatException _) {
      return inputs.read(new Type.Numeric(), Json.of(value));
    }
  }
}
