package io.outcrop.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the schema of worlds against the reader, both ways. A document is made that has every
/// object of the schema once, each with nothing in it but one member that nobody knows; the reader
/// then says of each which members it knows.
final class SchemaKeysTest {
  private static final String STRANGE = "qqqqqqqqqqqqqqqqqqqq";
  private static final Pattern KNOWN = Pattern.compile("`([^`]+)`");

  /// The key that stands for all in a map: one that the place accepts.
  private static final String ANY_KEY = "111122223333";

  private final Json.Obj schema = object(Path.of("..", "docs", "schema", "world.json"));
  private final TreeMap<String, TreeSet<String>> expected = new TreeMap<>();

  @Test
  void theSchemaHasEveryKeyThatTheReaderKnowsAndNoOther() {
    var world = schema.object("$defs").orElseThrow().object("world").orElseThrow();
    var document = instance(world, "");

    assertThat(Worlds.read(document))
        .isInstanceOfSatisfying(
            WorldReading.Malformed.class,
            malformed -> assertThat(known(malformed.problems())).isEqualTo(expected));
    assertThat(expected).hasSizeGreaterThan(20);
  }

  @Test
  void aWorldThatExtendsAnotherMaySayWhatAWorldMay() {
    var definitions = schema.object("$defs").orElseThrow();
    var world = definitions.object("world").orElseThrow().object("properties").orElseThrow();
    var change = definitions.object("change").orElseThrow().object("properties").orElseThrow();
    assertThat(change.without("extends").members().keySet()).isEqualTo(world.members().keySet());
  }

  private static Map<String, Set<String>> known(List<Problem> problems) {
    var known = new TreeMap<String, Set<String>>();
    for (var problem : problems) {
      if (problem.message().startsWith("unknown member `" + STRANGE + "`")) {
        var names = problem.message().substring(problem.message().indexOf("known are"));
        known.put(
            problem.pointer().substring(0, problem.pointer().lastIndexOf('/')),
            KNOWN
                .matcher(names)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    return known;
  }

  private Json instance(Json.Obj described, String pointer) {
    var resolved = resolved(described);
    if (resolved.object("items").isPresent()) {
      return Json.array(List.of(instance(resolved.object("items").get(), pointer + "/0")));
    }
    var properties = resolved.object("properties");
    if (properties.isPresent() && closed(resolved)) {
      expected.put(pointer, new TreeSet<>(properties.get().members().keySet()));
      var made = Json.object().with(STRANGE, Json.of("?"));
      for (var name : properties.get().members().keySet()) {
        var inner = properties.get().object(name).orElseThrow();
        if (isNested(inner)) {
          made = made.with(name, instance(inner, pointer + "/" + name));
        }
      }
      return made;
    }
    return Json.object()
        .with(
            ANY_KEY,
            instance(
                resolved.object("additionalProperties").orElseThrow(), pointer + "/" + ANY_KEY));
  }

  private static boolean closed(Json.Obj described) {
    return described.get("additionalProperties").equals(java.util.Optional.of(Json.of(false)));
  }

  private boolean isNested(Json.Obj described) {
    var resolved = resolved(described);
    return closed(resolved)
        || resolved.object("items").filter(this::isNested).isPresent()
        || resolved.object("additionalProperties").filter(this::isNested).isPresent();
  }

  /// What a reference leads to; of several forms the one that is an object.
  private Json.Obj resolved(Json.Obj described) {
    var reference = described.text("$ref");
    if (reference.isPresent()) {
      var here = schema;
      for (var part : Arrays.asList(reference.get().substring(2).split("/"))) {
        here = here.object(part).orElseThrow();
      }
      return resolved(here);
    }
    var forms = new ArrayList<>(described.list("oneOf"));
    forms.addAll(described.list("anyOf"));
    return forms.stream()
        .filter(Json.Obj.class::isInstance)
        .map(form -> resolved((Json.Obj) form))
        .filter(form -> form.object("properties").isPresent())
        .findFirst()
        .orElse(described);
  }

  private static Json.Obj object(Path file) {
    try {
      return JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj value)
          ? value
          : Json.object();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
