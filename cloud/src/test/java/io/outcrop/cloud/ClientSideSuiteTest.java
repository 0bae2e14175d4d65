package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.credentials.CredentialSearch;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.inspection.Inspection;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the cases under `cloud/client-side`: a folder each, with the client side (`client.json`,
/// `env-file`, `config`, `credentials`, an SSO cache entry) and what has to be found in it. A
/// source is expected as `OUTCOME: words its reason holds`.
final class ClientSideSuiteTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  static Stream<String> cases() throws IOException {
    try (var folders = Files.list(root())) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void findsWhatTheCaseExpects(String name, @TempDir Path temp) throws IOException {
    var folder = root().resolve(name);
    var given = read(folder.resolve("client.json"));
    var expected = read(folder.resolve("expected.json"));
    var client = client(folder, temp, given);
    var profile = given.text("profile").orElse("");

    var search = CredentialSearches.search(client, profile, () -> NOW);
    assertThat(winner(search)).isEqualTo(expected.text("winner").orElseThrow());
    var sources = new TreeMap<String, String>();
    search
        .tried()
        .forEach(tried -> sources.put(tried.name(), tried.outcome() + ": " + tried.why()));
    expected
        .object("sources")
        .orElseThrow()
        .members()
        .forEach((source, member) -> {
          var wanted = member.value().asText().orElseThrow().split(": ", 2);
          assertThat(sources).as("sources").containsKey(source);
          assertThat(sources.get(source)).startsWith(wanted[0] + ": ");
          assertThat(sources.get(source)).contains(wanted[wanted.length - 1]);
        });

    var settings = Settings.of(client, profile);
    var hints = Inspection.of(client, profile, Setting.unset("AWS_REGION"), NOW);
    assertThat(hints.stream().map(hint -> hint.kind().name()))
        .containsExactlyElementsOf(
            expected.list("hints").stream().map(hint -> hint.asText().orElseThrow()).toList());
    var found =
        Map.of(
            "region", shown(settings.region()),
            "profile", shown(settings.profile()),
            "model", shown(settings.model()),
            "endpoint", shown(settings.endpoint()));
    expected
        .object("settings")
        .orElseThrow()
        .members()
        .forEach((setting, member) ->
            assertThat(found.get(setting)).isEqualTo(member.value().asText().orElseThrow()));

    var said = search.tried() + " " + settings + " " + hints + " " + client;
    assertThat(said).doesNotContain("wJalrXUtnFEMI").doesNotContain("ABSKEXAMPLE");
  }

  private static ClientSide client(Path folder, Path temp, Json.Obj given) throws IOException {
    var home = Files.createDirectories(temp.resolve("home"));
    var aws = Files.createDirectories(home.resolve(".aws"));
    var work = Files.createDirectories(temp.resolve("work"));
    copy(folder.resolve("config"), aws.resolve("config"));
    copy(folder.resolve("credentials"), aws.resolve("credentials"));
    copy(folder.resolve("elsewhere.ini"), home.resolve("elsewhere.ini"));
    // the name is the SHA-1 of `corp`
    var cache = Files.createDirectories(aws.resolve("sso/cache"));
    copy(
        folder.resolve("sso-corp.json"),
        cache.resolve("ee0bfd2552fbd840c02cc48b6e823320543c450f.json"));
    var envFile = work.resolve(".env");
    copy(folder.resolve("env-file"), envFile);
    if (Files.exists(envFile)) {
      Files.setPosixFilePermissions(
          envFile, PosixFilePermissions.fromString(given.text("envFileMode").orElse("rw-------")));
    }
    var environment = new LinkedHashMap<String, String>();
    given
        .object("environment")
        .orElseThrow()
        .members()
        .forEach((name, member) -> environment.put(name, member.value().asText().orElseThrow()));
    var sandboxed = !given.get("sandboxed").equals(Optional.of(Json.of(false)));
    return new ClientSide(environment, home, work, Duration.ZERO, sandboxed);
  }

  private static String winner(CredentialSearch search) {
    if (search.winner().isEmpty()) {
      return "none";
    }
    return switch (search.winner().get()) {
      case Credentials.Keys(var id, var _, var token) ->
          "keys " + id.masked() + (token.isEmpty() ? "" : " with token");
      case Credentials.ApiKey _ -> "api key";
      case Credentials.Profile(String name) -> "profile " + name;
      case Credentials.MachineRole(String kind) -> "machine " + kind;
    };
  }

  private static String shown(Setting setting) {
    return setting.isSet() ? setting.value() + " from " + setting.origin() : "";
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.copy(from, to);
    }
  }

  private static Json.Obj read(Path file) throws IOException {
    if (JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj object)) {
      return object;
    }
    throw new IllegalStateException(file + " is no JSON object");
  }

  private static Path root() {
    try {
      return Path.of(
          Objects.requireNonNull(
                  ClientSideSuiteTest.class.getResource("/cloud/client-side"), "the cases")
              .toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
