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

  @Test
  void aSessionOfWhoIsThereIsSomebody() {
    var role = "arn:aws:sts::111122223333:assumed-role/models/";
    assertThat(problems(subject(role + "nightly"))).isEmpty();
    assertThat(problems(subject("arn:aws:sts::111122223333:federated-user/batch-42"))).isEmpty();
    for (var nobody :
        List.of(
            role,
            "arn:aws:sts::111122223333:assumed-role/model/nightly",
            "arn:aws:sts::222233334444:assumed-role/models/nightly",
            "arn:aws:sts::111122223333:federated-user/batch-43")) {
      assertThat(problems(subject(nobody))).as(nobody).singleElement().asString().contains(nobody);
    }
  }

  @Test
  void aRoleThatTheClientEntersCanCall() {
    assertThat(oddities(subject("arn:aws:sts::111122223333:federated-user/batch-42"))).isEmpty();
    var session = subject("arn:aws:sts::111122223333:assumed-role/models/nightly");
    assertThat(oddities(session)).containsExactly("/subject/principal");
    var enters = "{.aws/config: \"role_arn = arn:aws:iam::111122223333:role/models\"}";
    assertThat(oddities(session + "client: {files: " + enters + "}\n")).isEmpty();
  }

  private static String subject(String principal) {
    return """
    formatVersion: 1
    name: sessions
    summary: Whoever calls is a session
    extends: application
    subject: {principal: "%s"}
    accounts:
      "111122223333":
        users:
          application:
            sessions:
              ASIAFEDERATE1EXAMPLE: {kind: FEDERATED, name: batch-42, expires: 2026-11-20T20:00:00Z}
        roles:
          models:
            trust:
              Version: "2012-10-17"
              Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: sts:AssumeRole}]
    """
        .formatted(principal);
  }

  private static List<String> problems(String text) {
    return Worlds.read(text) instanceof WorldReading.Malformed(var problems)
        ? lines(problems)
        : List.of();
  }

  private static List<String> oddities(String text) {
    return Worlds.read(text) instanceof WorldReading.Read(var world)
        ? Oddities.of(world).stream().map(Problem::pointer).toList()
        : List.of("malformed");
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
