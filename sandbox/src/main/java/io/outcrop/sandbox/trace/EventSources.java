package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How CloudTrail names services and sorts their calls: read from `event-sources.json`, where each
/// fact has its source.
final class EventSources {
  private static final String FILE = "/io/outcrop/sandbox/trace/event-sources.json";

  private final Json.Obj services;
  private final Set<String> data = new HashSet<>();
  private final Set<String> readOnly = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final List<String> readingVerbs;

  private EventSources(Json.Obj document) {
    this.services = document.object("services").orElseThrow();
    texts(document, "dataEvents").forEach(data::add);
    texts(document, "readOnly").forEach(readOnly::add);
    texts(document, "answered").forEach(answered::add);
    this.readingVerbs = texts(document, "readingVerbs");
  }

  static EventSources shipped() {
    try (var in = EventSources.class.getResourceAsStream(FILE)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj document)) {
        return new EventSources(document);
      }
      throw new IllegalStateException("`" + FILE + "` is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// `bedrock.amazonaws.com`.
  String source(String service) {
    return services.object(service).flatMap(said -> said.text("source")).orElse(service)
        + ".amazonaws.com";
  }

  /// Where the service's events are kept, whichever region was called; nothing if there.
  Optional<String> home(String service) {
    return services.object(service).flatMap(said -> said.text("home"));
  }

  /// The host that clients of AWS call.
  String host(String service, String region) {
    var prefix = services.object(service).flatMap(said -> said.text("host")).orElse(service);
    return home(service).isPresent()
        ? prefix + ".amazonaws.com"
        : prefix
            + "."
            + region
            + (service.equals("bedrock-mantle") ? ".api.aws" : ".amazonaws.com");
  }

  /// Whether the call is a data event, which no event history shows.
  boolean isData(String service, String operation) {
    return data.contains(service + " " + operation);
  }

  boolean isReadOnly(String service, String operation) {
    return readOnly.contains(service + " " + operation)
        || readingVerbs.stream().anyMatch(operation::startsWith);
  }

  /// Whether the event of a call that only reads says what was answered.
  boolean isAnswered(String service, String operation) {
    return answered.contains(service + " " + operation);
  }

  private static List<String> texts(Json.Obj document, String name) {
    return document.list(name).stream()
        .map(entry -> entry instanceof Json.Obj row ? row.get("call").orElse(row) : entry)
        .flatMap(entry -> entry.asText().stream())
        .toList();
  }
}
