package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.causes.CauseCatalogue;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the built-in worlds against the causes: each cause has a world, or stands in the list of
/// those without one, which says why.
final class CausesHaveWorldsTest {
  private static final Path LIST =
      Path.of("src", "test", "resources", "cli", "causes-without-world.json");

  @Test
  void eachCauseHasAWorldOrAReason() throws IOException {
    var without = new ArrayList<String>();
    for (var group : groups()) {
      assertThat(group.text("why").orElse("")).isNotBlank();
      assertThat(group.list("causes")).isNotEmpty();
      group.list("causes").forEach(cause -> without.add(cause.asText().orElseThrow()));
    }
    assertThat(without).doesNotHaveDuplicates();
    var needed =
        new TreeSet<>(CauseCatalogue.shipped().causes().stream().map(Cause::slug).toList());
    needed.removeAll(Worlds.builtIn());
    assertThat(new TreeSet<>(without)).isEqualTo(needed);
  }

  private static List<Json.Obj> groups() throws IOException {
    assertThat(JsonReader.read(Files.readString(LIST))).isInstanceOf(JsonReading.Read.class);
    var list = ((JsonReading.Read) JsonReader.read(Files.readString(LIST))).value();
    return ((Json.Arr) list).elements().stream().map(Json.Obj.class::cast).toList();
  }
}
