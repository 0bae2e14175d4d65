package io.outcrop.sandbox.wire;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Descriptors;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import io.outcrop.sandbox.wire.dialect.Dialect;
import io.outcrop.sandbox.wire.dialect.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the operation that a request is for, as one port serves all services: by its target, its
/// action or its path. The path is cut at its slashes before anything is decoded, so that an
/// encoded slash stays inside its segment.
final class Router {
  private static final String UNKNOWN =
      "{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},"
          + "\"Version\":\"1.0\"}";

  private final Descriptors descriptors = new Descriptors();

  Routing route(Request request, String requestId) {
    var target = request.headers().first("x-amz-target");
    if (target.isPresent()) {
      return byTarget(target.get(), requestId);
    }
    var path = request.path();
    if (path.isEmpty() || path.equals("/")) {
      return byAction(QueryParameters.of(request), requestId);
    }
    return byPath(request.method(), segments(path)).orElseGet(Router::unknown);
  }

  private Routing byTarget(String target, String requestId) {
    var dot = target.lastIndexOf('.');
    var prefix = target.substring(target.lastIndexOf('.', dot - 1) + 1, Math.max(dot, 0));
    var model = descriptors.ofTarget(prefix);
    if (model.isEmpty()) {
      return unknown();
    }
    var operation = model.get().operations().get(target.substring(dot + 1));
    return operation == null
        ? refused(model.get(), "UnknownOperationException", "", requestId)
        : new Routing.Found(model.get(), operation, Map.of());
  }

  private Routing byAction(QueryParameters parameters, String requestId) {
    var action = parameters.first("Action").orElse("");
    var version = parameters.first("Version").orElse("");
    var model = descriptors.ofVersion(version);
    if (action.isEmpty() && model.isEmpty()) {
      return unknown();
    }
    var operation = model.map(known -> known.operations().get(action)).orElse(null);
    if (model.isPresent() && operation != null) {
      return new Routing.Found(model.get(), operation, Map.of());
    }
    var message = "Could not find operation " + action + " for version " + version;
    return refused(
        model.orElseGet(() -> descriptors.model("sts")), "InvalidAction", message, requestId);
  }

  private Optional<Routing> byPath(String method, List<String> segments) {
    Optional<Routing.Found> best = Optional.empty();
    for (var name : descriptors.byPath()) {
      var model = descriptors.model(name);
      for (var operation : model.operations().values()) {
        var found = match(model, operation, method, segments);
        if (found.isPresent()
            && (best.isEmpty() || best.get().labels().size() > found.get().labels().size())) {
          best = found;
        }
      }
      if (best.isPresent()) {
        break;
      }
    }
    return best.map(found -> found);
  }

  private static Optional<Routing.Found> match(
      ServiceModel model, Operation operation, String method, List<String> segments) {
    var wanted = operation.segments();
    if (!operation.method().equals(method) || wanted.size() != segments.size()) {
      return Optional.empty();
    }
    var labels = new HashMap<String, String>();
    for (var i = 0; i < wanted.size(); i++) {
      var segment = segments.get(i);
      if (wanted.get(i).startsWith("{") && !segment.isEmpty()) {
        labels.put(wanted.get(i).substring(1, wanted.get(i).length() - 1), segment);
      } else if (!wanted.get(i).equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Routing.Found(model, operation, labels));
  }

  /// The path's segments; one slash at the end makes no difference.
  private static List<String> segments(String path) {
    var trimmed = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
    return Arrays.asList(path.substring(1, trimmed).split("/", -1));
  }

  private static Routing refused(
      ServiceModel model, String code, String message, String requestId) {
    var status = code.equals("UnknownOperationException") ? 404 : 400;
    return new Routing.Unknown(
        Dialect.of(model).fault(new Reply.Fault(status, code, message, true), requestId));
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
