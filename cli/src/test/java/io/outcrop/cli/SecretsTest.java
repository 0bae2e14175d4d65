package io.outcrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  @TempDir Path folder;

  /// Healthy ones, the seeds, and causes whose cures touch every kind of thing; a world whose
  /// answers never come would only take time.
  static Stream<String> worlds() {
    return Stream.concat(
        Worlds.builtIn().stream().filter(name -> name.startsWith("seed-")),
        Stream.of(
            "healthy",
            "api-key-invalid",
            "assume-role-denied",
            "credentials-invalid",
            "expired-token",
            "marketplace-permissions",
            "scp-explicit-deny"));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void noCommandPrintsASecretOfAWorld(String world) throws IOException {
    var stage = Run.Stage.in(folder);
    var runs = new ArrayList<Run>();
    runs.add(stage.run("doctor", "--world", world, "-v"));
    runs.add(stage.run("doctor", "--world", world, "--json"));
    runs.add(stage.run("fix", "--world", world, "--plan-only", "-v"));
    runs.add(stage.run("fix", "--world", world, "--yes", "-v"));
    runs.add(stage.run("fix", "--world", world, "--undo", "--json"));
    runs.add(stage.run("sandbox", "worlds", "--json"));
    var secrets = secrets(folder.resolve("state/worlds").resolve(world));
    assertThat(secrets).as("the world has keys").isNotEmpty();
    for (var run : runs) {
      assertThat(run.code()).as(run.err()).isLessThan(4);
      for (var secret : secrets) {
        assertThat(run.out() + run.err()).doesNotContain(secret);
      }
    }
  }

  /// Every value behind a name that says secret or token, in every file of the world.
  private static List<String> secrets(Path home) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        for (var line : Files.readAllLines(file)) {
          var lower = line.toLowerCase(Locale.ROOT);
          var split = Math.max(line.indexOf('='), line.indexOf(':'));
          if (split > 0 && (lower.contains("secret") || lower.contains("token"))) {
            var value = line.substring(split + 1).replaceAll("[\",\\s]", "");
            if (value.length() >= 16 && !value.startsWith("#")) {
              found.add(value);
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
