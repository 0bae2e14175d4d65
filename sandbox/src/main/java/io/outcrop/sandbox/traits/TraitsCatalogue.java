package io.outcrop.sandbox.traits;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// All models' traits, and all beta flags. Immutable.
public final class TraitsCatalogue {
  private static final TraitsCatalogue SHIPPED = new TraitsCatalogue();

  private final Map<String, Traits> models = new LinkedHashMap<>();
  private final Map<String, List<String>> betas = new LinkedHashMap<>();

  private TraitsCatalogue() {
    for (var entry : entries("traits.json", "models")) {
      var traits = traits(entry);
      models.put(traits.id(), traits);
    }
    for (var entry : entries("betas.json", "betas")) {
      betas.put(entry.text("flag").orElseThrow(), texts(entry.list("models")));
    }
  }

  /// Those that are shipped.
  public static TraitsCatalogue shipped() {
    return SHIPPED;
  }

  /// The traits of the model `id`; those of an unknown model are the newest models'.
  public Traits of(String id) {
    var known = models.get(id);
    if (known != null) {
      return known;
    }
    var newest = models.values().iterator().next();
    return new Traits(
        id,
        newest.limits(),
        newest.cache(),
        newest.sampling(),
        newest.thinking(),
        newest.abilities(),
        new Traits.Mantle(id, List.of()));
  }

  /// All models, newest first.
  public List<Traits> all() {
    return List.copyOf(models.values());
  }

  /// Whether the model `id` takes the beta flag `flag`.
  public boolean takes(String id, String flag) {
    return betas.getOrDefault(flag, List.of()).stream()
        .anyMatch(part -> part.equals("*") || id.contains(part));
  }

  private static Traits traits(Json.Obj entry) {
    var id = entry.text("id").orElseThrow();
    var abilities = EnumSet.noneOf(Traits.Ability.class);
    for (var ability : Traits.Ability.values()) {
      if (fact(entry, ability.fact()).equals(Json.of(true))) {
        abilities.add(ability);
      }
    }
    return new Traits(
        id,
        new Traits.Limits(number(entry, "contextTokens"), number(entry, "maxOutputTokens")),
        new Traits.Cache(number(entry, "cacheMinimum"), Set.copyOf(list(entry, "cacheTtls"))),
        Traits.Sampling.valueOf(
            text(entry, "sampling", "free").replace('-', '_').toUpperCase(Locale.ROOT)),
        Set.copyOf(list(entry, "thinking")),
        abilities,
        new Traits.Mantle(text(entry, "mantleId", id), list(entry, "mantleRegions")));
  }

  private static Json fact(Json.Obj entry, String name) {
    return entry.object(name).flatMap(fact -> fact.get("is")).orElse(Json.ofNull());
  }

  private static long number(Json.Obj entry, String name) {
    return fact(entry, name) instanceof Json.Num number ? number.value().longValueExact() : 0;
  }

  private static String text(Json.Obj entry, String name, String otherwise) {
    return fact(entry, name).asText().orElse(otherwise);
  }

  private static List<String> list(Json.Obj entry, String name) {
    return fact(entry, name) instanceof Json.Arr array ? texts(array.elements()) : List.of();
  }

  private static List<String> texts(List<Json> values) {
    return values.stream().flatMap(value -> value.asText().stream()).toList();
  }

  private static List<Json.Obj> entries(String file, String member) {
    try (var in = TraitsCatalogue.class.getResourceAsStream("/io/outcrop/sandbox/model/" + file)) {
      if (in != null
          && JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              instanceof JsonReading.Read(Json.Obj data)) {
        var entries = new ArrayList<Json.Obj>();
        for (var entry : data.list(member)) {
          if (entry instanceof Json.Obj object) {
            entries.add(object);
          }
        }
        return entries;
      }
      throw new IllegalStateException("the file `" + file + "` is missing");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
