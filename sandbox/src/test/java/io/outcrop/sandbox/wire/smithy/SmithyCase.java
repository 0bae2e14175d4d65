package io.outcrop.sandbox.wire.smithy;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Decoding;
import io.outcrop.sandbox.wire.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/// One case of the protocol tests.
sealed interface SmithyCase {
  /// `restJson1/RestJsonInputAndOutputWithStringHeaders`.
  String name();

  /// What differs from what the case wants; empty if nothing.
  Optional<String> difference();

  /// Where a case stands.
  record Place(Model model, ServiceModel service, Finder finder, String protocol) {
    Dialect dialect() {
      return Dialect.of(service, service.protocols().getFirst());
    }
  }

  /// Finds what a request is for, as the router does.
  interface Finder {
    Optional<Found> find(String method, String target);

    /// An operation and the labels of its path.
    record Found(String operation, Map<String, String> labels) {}
  }

  /// A request, and what it says.
  record Incoming(Place place, OperationShape operation, HttpRequestTestCase test)
      implements SmithyCase {
    @Override
    public String name() {
      return place.protocol() + "/" + test.getId();
    }

    @Override
    public Optional<String> difference() {
      var request =
          request(
              test.getMethod(),
              test.getUri(),
              test.getQueryParams(),
              test.getHeaders(),
              test.getBody().orElse(""),
              place.protocol());
      var found = place.finder().find(request.method(), request.target());
      if (found.isEmpty() || !found.get().operation().equals(operation.getId().getName())) {
        return Optional.of("found " + found);
      }
      var known = place.service().operations().find(found.get().operation()).orElseThrow();
      var input = place.model().expectShape(operation.getInputShape());
      var wanted = new Expected(place.model()).structure(input, test.getParams());
      for (var member : input.members()) {
        var target = place.model().expectShape(member.getTarget());
        if (member.hasTrait(HttpPayloadTrait.class) && target.isBlobShape()) {
          if (!test.getParams().getStringMap().containsKey(member.getMemberName())
              || wanted.text(member.getMemberName()).equals(Optional.of(base64(request)))) {
            wanted = wanted.without(member.getMemberName());
          }
        }
      }
      return switch (place.dialect().decode(known, request, found.get().labels())) {
        case Decoding.Refused(Reply.Fault fault) -> Optional.of("refused: " + fault.message());
        case Decoding.Read(Json.Obj read) ->
            read.equals(wanted)
                ? Optional.empty()
                : Optional.of("read " + read + ", wanted " + wanted);
      };
    }

    private static String base64(Request request) {
      return Base64.getEncoder().encodeToString(request.body());
    }
  }

  /// An answer, and how it is written.
  record Outgoing(Place place, OperationShape operation, Shape shape, HttpResponseTestCase test)
      implements SmithyCase {
    @Override
    public String name() {
      return place.protocol() + "/" + test.getId();
    }

    @Override
    public Optional<String> difference() {
      var params = new Expected(place.model()).structure(shape, test.getParams());
      var known = place.service().operations().find(operation.getId().getName()).orElseThrow();
      return new Answer(test, place.protocol())
          .difference(
              shape.hasTrait("smithy.api#error")
                  ? place.dialect().fault(fault(params), "foo-id")
                  : place.dialect().output(known, params, "foo-id"));
    }

    private Reply.Fault fault(Json.Obj params) {
      var message = params.text("message").or(() -> params.text("Message")).orElse("");
      return new Reply.Fault(
          0, shape.getId().getName(), message, false, params.without("message").without("Message"));
    }
  }

  /// A request that is wrong.
  record Malformed(Place place, OperationShape operation, HttpMalformedRequestTestCase test)
      implements SmithyCase {
    @Override
    public String name() {
      return place.protocol() + "/" + test.getId();
    }

    /// Status and type are held; what AWS's services say to it are other words than those of
    /// Smithy's own framework.
    @Override
    public Optional<String> difference() {
      var wanted = test.getResponse();
      var given = test.getRequest();
      var request =
          request(
              given.getMethod(),
              given.getUri().orElse("/"),
              given.getQueryParams(),
              given.getHeaders(),
              given.getBody().orElse(""),
              place.protocol());
      var found = place.finder().find(request.method(), request.target());
      if (found.isEmpty()) {
        return Optional.of("not found");
      }
      var known = place.service().operations().find(found.get().operation()).orElseThrow();
      return switch (place.dialect().decode(known, request, found.get().labels())) {
        case Decoding.Read(Json.Obj read) -> Optional.of("read " + read);
        case Decoding.Refused(Reply.Fault fault) -> {
          var response = place.dialect().fault(fault, "id");
          var type = Answer.type(response);
          var wantedType = wanted.getHeaders().getOrDefault("x-amzn-errortype", type);
          yield response.status() == wanted.getCode() && type.equals(wantedType)
              ? Optional.empty()
              : Optional.of(response.status() + " " + type + ", wanted " + wantedType);
        }
      };
    }
  }

  private static Request request(
      String method,
      String uri,
      List<String> query,
      Map<String, String> headers,
      String body,
      String protocol) {
    var all = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
    return new Request(
        method,
        uri + (query.isEmpty() ? "" : (uri.contains("?") ? "&" : "?") + String.join("&", query)),
        "",
        Headers.of(all),
        protocol.equals("rpcv2Cbor")
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  /// How a response is compared.
  record Answer(HttpResponseTestCase test, String protocol) {
    Optional<String> difference(Response response) {
      if (response.status() != test.getCode()) {
        return Optional.of("status " + response.status() + ", wanted " + test.getCode());
      }
      for (var header : test.getHeaders().entrySet()) {
        var found =
            header.getKey().equalsIgnoreCase("x-amzn-errortype")
                ? type(response)
                : String.join(", ", response.headers().all(header.getKey()));
        if (!found.equals(header.getValue())) {
          return Optional.of(header.getKey() + " is `" + found + "`, wanted " + header.getValue());
        }
      }
      for (var header : test.getForbidHeaders()) {
        if (response.headers().first(header).isPresent()) {
          return Optional.of("there is a header " + header);
        }
      }
      return test.getBody().flatMap(wanted -> bodyDifference(response, wanted));
    }

    private Optional<String> bodyDifference(Response response, String wanted) {
      var bytes = ((Response.Body.Whole) response.body()).bytes();
      var media = test.getBodyMediaType().orElse("");
      return media.endsWith("cbor")
          ? Bodies.cbor(bytes, Base64.getDecoder().decode(wanted))
          : media.endsWith("xml")
              ? Bodies.xml(new String(bytes, StandardCharsets.UTF_8), wanted)
              : media.endsWith("json")
                  ? Bodies.json(new String(bytes, StandardCharsets.UTF_8), wanted)
                  : Bodies.text(new String(bytes, StandardCharsets.UTF_8), wanted);
    }

    /// An error's type without the address behind it, which clients cut off.
    static String type(Response response) {
      return response.headers().first("x-amzn-errortype").orElse("").replaceAll(":.*", "");
    }
  }
}
