package io.outcrop.sandbox.wire.descriptor;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// All services, each read when it is first asked for. Safe for many threads.
public final class Descriptors {
  private static final String FOLDER = "/io/outcrop/sandbox/wire/";

  private final Json.Obj index = read("services");
  private final Map<String, ServiceModel> models = new ConcurrentHashMap<>();

  /// The query service of `version`.
  public Optional<ServiceModel> ofVersion(String version) {
    return index.object("query").flatMap(byVersion -> byVersion.text(version)).map(this::model);
  }

  /// The service that `X-Amz-Target` means by `prefix`.
  public Optional<ServiceModel> ofTarget(String prefix) {
    return index.object("target").flatMap(byTarget -> byTarget.text(prefix)).map(this::model);
  }

  /// The names of the services whose operations are told by path. No path fits two of them.
  public List<String> byPath() {
    return index.list("path").stream().flatMap(name -> name.asText().stream()).toList();
  }

  /// The service `name`.
  public ServiceModel model(String name) {
    return models.computeIfAbsent(name, Descriptors::load);
  }

  private static ServiceModel load(String name) {
    var source = read(name);
    var shapes = entries(source, "shapes", Descriptors::members);
    return new ServiceModel(
        name,
        text(source, "signingName"),
        Protocol.of(text(source, "protocol")),
        text(source, "version"),
        text(source, "target"),
        text(source, "xmlNamespace"),
        named(source, "operations", (operation, value) -> operation(operation, value, shapes)),
        named(source, "errors", Descriptors::error),
        shapes);
  }

  private static Operation operation(
      String name, Json.Obj source, Map<String, Map<String, Member>> shapes) {
    var uri = text(source, "uri");
    return new Operation(
        name,
        source.text("method").orElse("POST"),
        uri.isEmpty() ? List.of() : List.copyOf(Arrays.asList(uri.substring(1).split("/", -1))),
        status(source, 200),
        shapes.getOrDefault(text(source, "input"), Map.of()),
        shapes.getOrDefault(text(source, "output"), Map.of()),
        source.text("output").isPresent(),
        source.get("anonymous").isPresent());
  }

  private static ModelledError error(String name, Json.Obj source) {
    return new ModelledError(
        status(source, 400),
        source.text("queryCode").orElse(name),
        source.text("message").orElse("message"));
  }

  private static Map<String, Member> members(Json.Obj source) {
    var result = new LinkedHashMap<String, Member>();
    source
        .members()
        .forEach((name, member) ->
            result.put(name, Member.parse(name, member.value().asText().orElseThrow())));
    return Collections.unmodifiableMap(result);
  }

  private static <T> Map<String, T> entries(
      Json.Obj source, String name, Function<Json.Obj, T> read) {
    return named(source, name, (_, value) -> read.apply(value));
  }

  private static <T> Map<String, T> named(
      Json.Obj source, String name, BiFunction<String, Json.Obj, T> read) {
    var result = new LinkedHashMap<String, T>();
    var object = source.object(name).orElseThrow();
    object
        .members()
        .keySet()
        .forEach(key -> result.put(key, read.apply(key, object.object(key).orElseThrow())));
    return Collections.unmodifiableMap(result);
  }

  private static String text(Json.Obj source, String name) {
    return source.text(name).orElse("");
  }

  private static int status(Json.Obj source, int otherwise) {
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
