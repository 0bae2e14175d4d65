package io.outcrop.sandbox.wire;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Operations;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Dialect;
import io.outcrop.sandbox.wire.dialect.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the operation that a request is for, as one port serves all services: by its target, its
/// action or its path. The path is cut at its slashes before anything is decoded, so that an
/// encoded slash stays inside its segment. Nothing is searched through: each step is a look into an
/// index. Safe for many threads.
final class Router {
  private static final String UNKNOWN =
      "{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},"
          + "\"Version\":\"1.0\"}";

  private final Descriptors descriptors;
  private final Map<Operations, PathTree> trees = new ConcurrentHashMap<>();

  Router() {
    this(new Descriptors());
  }

  Router(Descriptors descriptors) {
    this.descriptors = descriptors;
  }

  Routing route(Request request, String requestId) {
    var target = request.headers().first("x-amz-target");
    if (target.isPresent()) {
      return byTarget(target.get(), requestId);
    }
    var path = request.path();
    if (path.isEmpty() || path.equals("/")) {
      return byAction(QueryParameters.of(request), requestId);
    }
    var segments = PathTree.segments(path);
    return segments.getFirst().equals("service")
        ? byRpc(request, segments, requestId)
        : byPath(request, segments).orElseGet(Router::unknown);
  }

  private Routing byTarget(String target, String requestId) {
    var dot = target.lastIndexOf('.');
    var prefix = target.substring(target.lastIndexOf('.', dot - 1) + 1, Math.max(dot, 0));
    var model = descriptors.ofTarget(prefix);
    if (model.isEmpty()) {
      return unknown();
    }
    var protocol =
        model.get().protocols().contains(Protocol.JSON_1_0) ? Protocol.JSON_1_0 : Protocol.JSON_1_1;
    return named(model.get(), protocol, target.substring(dot + 1), requestId);
  }

  /// `/service/GraniteServiceVersion20100801/operation/ListMetrics`, also with something before it.
  private Routing byRpc(Request request, List<String> segments, String requestId) {
    var model =
        segments.size() == 4 && segments.get(2).equals("operation")
            ? descriptors.ofRpc(segments.get(1))
            : Optional.<ServiceModel>empty();
    return model.isEmpty() || !request.method().equals("POST")
        ? unknown()
        : named(model.get(), Protocol.RPC_CBOR, segments.get(3), requestId);
  }

  private static Routing named(
      ServiceModel model, Protocol protocol, String operation, String requestId) {
    return model
        .operations()
        .find(operation)
        .<Routing>map(found -> new Routing.Found(model, found, protocol, Map.of()))
        .orElseGet(() -> refused(model, protocol, 404, "UnknownOperationException", "", requestId));
  }

  private Routing byAction(QueryParameters parameters, String requestId) {
    var action = parameters.first("Action").orElse("");
    var version = parameters.first("Version").orElse("");
    var model = descriptors.ofVersion(version);
    if (action.isEmpty() && model.isEmpty()) {
      return unknown();
    }
    var known = model.orElseGet(() -> descriptors.model("sts"));
    var protocol = known.protocols().contains(Protocol.EC2) ? Protocol.EC2 : Protocol.QUERY;
    var operation = model.flatMap(service -> service.operations().find(action));
    if (operation.isPresent()) {
      return new Routing.Found(known, operation.get(), protocol, Map.of());
    }
    var message = "Could not find operation " + action + " for version " + version;
    return refused(known, protocol, 400, "InvalidAction", message, requestId);
  }

  private Optional<Routing> byPath(Request request, List<String> segments) {
    var candidates = descriptors.ofPath(segments.getFirst());
    return (candidates.size() < 2 ? candidates : Ambiguity.inOrder(candidates, request))
        .stream().flatMap(model -> inTree(model, request, segments).stream()).findFirst();
  }

  private Optional<Routing> inTree(ServiceModel model, Request request, List<String> segments) {
    return trees
        .computeIfAbsent(model.operations(), PathTree::new)
        .find(request.method(), segments, request.query())
        .map(match ->
            new Routing.Found(
                model,
                model.operations().find(match.operation()).orElseThrow(),
                model.protocols().getFirst(),
                match.labels()));
  }

  private static Routing refused(
      ServiceModel model,
      Protocol protocol,
      int status,
      String code,
      String message,
      String requestId) {
    return new Routing.Unknown(
        Dialect.of(model, protocol).fault(new Reply.Fault(status, code, message, true), requestId));
  }

  private static Routing unknown() {
    return new Routing.Unknown(
        Response.of(
            404,
            Headers.none()
                .with("content-type", "application/json")
                .with(
                    "x-amzn-errortype",
                    "UnknownOperationException:http://internal.amazon.com/coral/"
                        + "com.amazon.coral.service/"),
            UNKNOWN.getBytes(StandardCharsets.UTF_8)));
  }
}
