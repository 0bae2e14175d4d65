package io.outcrop.sandbox.guard;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What differs from service to service in how calls are authorised; a resource file, with its
/// sources.
///
/// @param regions the region that calls to a service without regions bring
/// @param namesStar actions whose denial names the resource `*`
/// @param endpoints by service, the service whose VPC endpoint its calls go through, if that has
///   another name
/// @param free by service, the operations that need no permission; `*` for all
record GuardFacts(
    Map<String, String> regions,
    Set<String> namesStar,
    Map<String, String> endpoints,
    Map<String, Set<String>> free) {
  static final GuardFacts SHIPPED = read();

  /// The region that a call to `service` brings, which was made in `called`.
  String regionOf(String service, String called) {
    return regions.getOrDefault(service, called);
  }

  /// Whether calls to `service` go through VPC endpoints of `endpoint`.
  boolean isBehind(String service, String endpoint) {
    return endpoints.getOrDefault(service, service).equals(endpoint);
  }

  /// Whether `operation` needs no permission.
  boolean isFree(String service, String operation) {
    var operations = free.getOrDefault(service, Set.of());
    return operations.contains(operation) || operations.contains("*");
  }

  private static GuardFacts read() {
    try (var in = GuardFacts.class.getResourceAsStream("/io/outcrop/sandbox/guard.json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj data)) {
        return read(data);
      }
      throw new IllegalStateException("guard.json holds no object");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static GuardFacts read(Json.Obj data) {
    var free = new HashMap<String, Set<String>>();
    for (var service : member(data, "free").members().keySet()) {
      free.put(service, texts(member(data, "free"), service));
    }
    return new GuardFacts(
        map(member(data, "regions")),
        texts(member(data, "sentences"), "namesStar"),
        map(member(data, "endpoints")),
        Map.copyOf(free));
  }

  private static Json.Obj member(Json.Obj data, String name) {
    return data.object(name).flatMap(entry -> entry.object("values")).orElseThrow();
  }

  private static Map<String, String> map(Json.Obj object) {
    var map = new HashMap<String, String>();
    object.members().keySet().forEach(name -> map.put(name, object.text(name).orElseThrow()));
    return Map.copyOf(map);
  }

  private static Set<String> texts(Json.Obj object, String name) {
    var texts = new HashSet<String>();
    object.list(name).forEach(text -> text.asText().ifPresent(texts::add));
    return Set.copyOf(texts);
  }
}
