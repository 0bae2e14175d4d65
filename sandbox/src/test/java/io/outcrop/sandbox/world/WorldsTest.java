package io.outcrop.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorldsTest {
  private static final Path SCHEMA = Path.of("..", "docs", "schema", "world.json");

  static Stream<String> builtIn() {
    return Worlds.builtIn().stream();
  }

  @Test
  void theSeedsAndHealthyAreThere() {
    assertThat(Worlds.builtIn())
        .contains("healthy", "seed-a", "seed-b", "seed-c", "seed-d", "seed-e")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(12);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void worldSaysWhatItIs(String name) {
    var world = Worlds.get(name);
    assertThat(world.name()).isEqualTo(name);
    assertThat(Worlds.summary(name))
        .isNotBlank()
        .doesNotEndWith(".")
        .isEqualTo(Worlds.get(name).realm().title().summary());
    assertThat(world.realm().client().adminProfile()).isIn("admin", "deployer");
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void whatIsWrittenReadsAsTheSame(String name) {
    var written = RealmWriter.write(Worlds.get(name).realm());
    assertThat(Worlds.read(JsonWriter.pretty(written)))
        .isInstanceOfSatisfying(
            WorldReading.Read.class,
            read -> assertThat(RealmWriter.write(read.world().realm())).isEqualTo(written));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void worldsFollowTheSchema(String name) throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA));
    var mapper = new ObjectMapper();
    var world = Worlds.get(name);
    var asWritten = mapper.readTree(JsonWriter.compact(YamlReader.read(Worlds.text(name)).value()));
    var whole = mapper.readTree(JsonWriter.compact(world.source()));
    var again = mapper.readTree(JsonWriter.compact(RealmWriter.write(world.realm())));
    assertThat(schema.validate(asWritten)).isEmpty();
    assertThat(schema.validate(whole)).isEmpty();
    assertThat(schema.validate(again)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void worldsHoldNoSecret(String name) {
    assertThat(JsonWriter.compact(RealmWriter.write(Worlds.get(name).realm())))
        .doesNotContain("\"secret\"")
        .doesNotContain("\"token\"");
  }

  static Stream<String> malformed() throws IOException {
    try (var files =
        Files.list(Path.of("src", "test", "resources", "sandbox", "malformed-worlds"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> !file.endsWith(".expected"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void everyProblemHasItsPlace(String file) throws IOException {
    var folder = Path.of("src", "test", "resources", "sandbox", "malformed-worlds");
    var expected = Files.readAllLines(folder.resolve(file + ".expected"));
    assertThat(Worlds.read(Files.readString(folder.resolve(file))))
        .isInstanceOfSatisfying(
            WorldReading.Malformed.class,
            malformed -> assertThat(lines(malformed.problems())).isEqualTo(expected));
  }

  private static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  @Test
  void whatIsOddIsFoundWithItsPlace() throws IOException {
    var folder = Path.of("src", "test", "resources", "sandbox", "odd-worlds");
    assertThat(Worlds.read(Files.readString(folder.resolve("unused.yaml"))))
        .isInstanceOfSatisfying(
            WorldReading.Read.class,
            read ->
                assertThat(lines(Oddities.of(read.world())))
                    .isEqualTo(lines(folder.resolve("unused.yaml.expected"))));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void builtInWorldsAreOddOnlyWhereThatIsTheirPoint(String name) {
    var point =
        Map.of(
            "seed-d", List.of("/subject/principal"),
            "credentials-invalid", List.of("/subject/principal"),
            "expired-token", List.of("/subject/principal"));
    assertThat(Oddities.of(Worlds.get(name)).stream().map(Problem::pointer))
        .isEqualTo(point.getOrDefault(name, List.of()));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
