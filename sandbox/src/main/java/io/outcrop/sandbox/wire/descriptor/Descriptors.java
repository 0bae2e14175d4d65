package io.outcrop.sandbox.wire.descriptor;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All services, each read when it is first asked for. `services.json` says which service a request
/// is for without reading one; `routes.json` is the same for the services that no model describes.
/// Safe for many threads.
public final class Descriptors {
  private static final String FOLDER = "/io/outcrop/sandbox/wire/";

  private final Json.Obj index = read("services");
  private final Json.Obj routes = read("routes");
  private final Map<String, ServiceModel> models = new ConcurrentHashMap<>();

  /// The query service of `version`.
  public Optional<ServiceModel> ofVersion(String version) {
    return find("query", version);
  }

  /// The service that `X-Amz-Target` means by `prefix`.
  public Optional<ServiceModel> ofTarget(String prefix) {
    return find("target", prefix);
  }

  /// The service that CBOR's paths call `name`.
  public Optional<ServiceModel> ofRpc(String name) {
    return find("rpc", name);
  }

  /// The services that have paths which begin with `segment`.
  public List<ServiceModel> ofPath(String segment) {
    return Stream.concat(names(index, segment).stream(), names(routes, segment).stream())
        .map(this::model)
        .toList();
  }

  /// The names of all services, in alphabetical order.
  public List<String> names() {
    var all = new TreeSet<String>();
    index.object("endpoint").orElseThrow().members().values().stream()
        .flatMap(name -> name.value().asText().stream())
        .forEach(all::add);
    routes.list("services").forEach(name -> all.add(name.asText().orElseThrow()));
    return List.copyOf(all);
  }

  /// The service `name`.
  public ServiceModel model(String name) {
    var known = models.get(name);
    return known != null ? known : models.computeIfAbsent(name, one -> parse(read(one)));
  }

  private Optional<ServiceModel> find(String block, String key) {
    return index.object(block).flatMap(names -> names.text(key)).map(this::model);
  }

  private static List<String> names(Json.Obj source, String segment) {
    return source
        .object("path")
        .flatMap(paths -> paths.get(segment))
        .map(value ->
            value instanceof Json.Arr(List<Json> names, _)
                ? names.stream().flatMap(name -> name.asText().stream()).toList()
                : value.asText().stream().toList())
        .orElse(List.of());
  }

  /// The service that `source` describes.
  public static ServiceModel parse(Json.Obj source) {
    var shapes =
        new Shapes(
            source.object("shapes").orElse(Json.object()),
            source.object("types").orElse(Json.object()));
    return new ServiceModel(
        text(source, "service"),
        text(source, "signingName"),
        text(source, "endpoint"),
        source.list("protocols").stream()
            .map(protocol -> Protocol.of(protocol.asText().orElseThrow()))
            .toList(),
        text(source, "version"),
        text(source, "target"),
        text(source, "xmlNamespace"),
        source
            .text("namespace")
            .orElseGet(() -> "com.amazonaws." + text(source, "service").replace("-", "")),
        source.get("queryCompatible").isPresent(),
        new Operations(source.object("operations").orElse(Json.object()), shapes),
        errors(source.object("errors").orElse(Json.object())),
        shapes);
  }

  private static Map<String, ModelledError> errors(Json.Obj source) {
    var result = new LinkedHashMap<String, ModelledError>();
    source
        .members()
        .forEach((name, member) -> {
          if (member.value() instanceof Json.Obj error) {
            result.put(
                name,
                new ModelledError(
                    status(error, 400),
                    error.text("queryCode").orElse(name),
                    error.text("message").orElse("message")));
          }
        });
    return Collections.unmodifiableMap(result);
  }

  private static String text(Json.Obj source, String name) {
    return source.text(name).orElse("");
  }

  static int status(Json.Obj source, int otherwise) {
    return source
        .get("status")
        .map(value -> value instanceof Json.Num(BigDecimal n, _) ? n.intValue() : otherwise)
        .orElse(otherwise);
  }

  private static Json.Obj read(String name) {
    try (var stream = Descriptors.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (stream == null) {
        throw new IllegalArgumentException("no descriptor `" + name + "`");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj object)) {
        return object;
      }
      throw new IllegalStateException("descriptor `" + name + "` is not a JSON object");
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
