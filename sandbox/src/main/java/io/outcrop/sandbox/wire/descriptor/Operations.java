package io.outcrop.sandbox.wire.descriptor;

import io.outcrop.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The operations of a service, each made ready when it is first asked for: of a service with two
/// hundred operations most calls use three. Safe for many threads.
public final class Operations {
  private final Map<String, Json.Obj> sources;
  private final Shapes shapes;
  private final Map<String, Operation> ready = new ConcurrentHashMap<>();

  Operations(Json.Obj source, Shapes shapes) {
    var all = new LinkedHashMap<String, Json.Obj>();
    source
        .members()
        .forEach((name, member) -> {
          if (member.value() instanceof Json.Obj operation) {
            all.put(name, operation);
          }
        });
    this.sources = Collections.unmodifiableMap(all);
    this.shapes = shapes;
  }

  /// All names, in the model's order.
  public Set<String> names() {
    return sources.keySet();
  }

  /// The operation `name`.
  public Optional<Operation> find(String name) {
    var known = ready.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    var source = sources.get(name);
    return source == null
        ? Optional.empty()
        : Optional.of(ready.computeIfAbsent(name, _ -> operation(name, source)));
  }

  /// The method and the path of `name`, without making the operation ready.
  public Route route(String name) {
    var source = sources.getOrDefault(name, Json.object());
    return new Route(source.text("method").orElse("POST"), source.text("uri").orElse("/"));
  }

  /// Where an operation is.
  ///
  /// @param uri the path with its labels, and what the query has to say
  public record Route(String method, String uri) {}

  private Operation operation(String name, Json.Obj source) {
    var route = route(name);
    return new Operation(
        name,
        route.method(),
        source.text("uri").orElse(""),
        Descriptors.status(source, 200),
        source.text("input").map(shapes::structure).orElse(Structure.EMPTY),
        source.text("output").map(shapes::structure).orElse(Structure.EMPTY),
        source.text("output").isPresent(),
        source.get("anonymous").isPresent());
  }
}
