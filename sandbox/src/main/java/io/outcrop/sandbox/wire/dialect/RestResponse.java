package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Headers;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Builds one success: status, headers, and a body of JSON or a payload.
///
/// @param output by the modelled names
record RestResponse(ServiceModel model, Operation operation, Json.Obj output) {
  Response response() {
    var headers = new LinkedHashMap<String, String>();
    var status = operation.status();
    for (var member : operation.output().members().values()) {
      var given = output.members().get(member.name());
      if (given == null || given.value() instanceof Json.Null) {
        continue;
      }
      switch (member.location()) {
        case Location.Status _ when given.value() instanceof Json.Num(BigDecimal number, _) ->
            status = number.intValue();
        case Location.Header(String header) ->
            headers.put(header, text(member.type(), given.value()));
        case Location.Prefix(String prefix) when given.value() instanceof Json.Obj values ->
            values
                .members()
                .forEach((name, value) ->
                    headers.put(prefix + name, text(new Type.Text(List.of()), value.value())));
        case Location.Payload _ -> {
          return payload(status, headers, member, given.value());
        }
        case Location.Body _,
            Location.Label _,
            Location.Query _,
            Location.QueryRest _,
            Location.Prefix _,
            Location.Status _ -> {}
      }
    }
    return body(status, headers);
  }

  private Response body(int status, Map<String, String> headers) {
    var hasPayload =
        operation.output().members().values().stream()
            .anyMatch(member -> member.location() instanceof Location.Payload);
    if (hasPayload || !operation.hasOutput()) {
      return Response.of(status, Headers.of(headers), new byte[0]);
    }
    return RestJson.json(
        status, Headers.of(headers), new Outputs(model).structure(operation.output(), output));
  }

  private Response payload(int status, Map<String, String> headers, Member member, Json value) {
    return switch (member.type()) {
      case Type.Text _ -> raw(status, headers, "text/plain", bytes(plain(value)));
      case Type.Blob _ ->
          raw(
              status,
              headers,
              "application/octet-stream",
              Base64.getDecoder().decode(plain(value)));
      case Type.Named _,
          Type.Document _,
          Type.ListOf _,
          Type.MapOf _,
          Type.Numeric _,
          Type.Flag _,
          Type.Timestamp _ ->
          raw(
              status,
              headers,
              "application/json",
              bytes(JsonWriter.compact(new Outputs(model).write(member.type(), value))));
    };
  }

  private static Response raw(
      int status, Map<String, String> headers, String usualType, byte[] body) {
    headers.putIfAbsent("content-type", usualType);
    return Response.of(status, Headers.of(headers), body);
  }

  private static String text(Type type, Json value) {
    return switch (type) {
      case Type.Timestamp(TimeForm form) ->
          plain(Times.written(form == TimeForm.USUAL ? TimeForm.HTTP_DATE : form, value));
      case Type.ListOf list when value instanceof Json.Arr(List<Json> elements, _) ->
          elements.stream()
              .map(one -> quoted(list.element(), text(list.element(), one)))
              .collect(Collectors.joining(", "));
      case Type.ListOf _,
          Type.MapOf _,
          Type.Named _,
          Type.Text _,
          Type.Blob _,
          Type.Numeric _,
          Type.Flag _,
          Type.Document _ ->
          plain(value);
    };
  }

  private static String quoted(Type type, String text) {
    return type instanceof Type.Text && (text.contains(",") || text.contains("\""))
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : text;
  }

  private static String plain(Json value) {
    return value instanceof Json.Str(String text, _) ? text : value.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
