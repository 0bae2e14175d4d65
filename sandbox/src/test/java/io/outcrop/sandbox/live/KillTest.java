package io.outcrop.sandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.sandbox.world.Worlds;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that writes is killed as `kill -9` kills, three times in 1,000 writes and more.
final class KillTest {
  private static final int WRITES = 1000;
  private static final int KILLS = 3;
  private static final long SEED = 20261128;

  @Test
  void noAcknowledgedWriteIsLost(@TempDir Path temp) throws IOException, InterruptedException {
    var folder = temp.resolve("world");
    LiveWorld.create(folder, Worlds.get("seed-d").realm(), InstantSource.system());
    var random = new Random(SEED);
    var acknowledged = 0;
    for (var kill = 1; kill <= KILLS; kill++) {
      var until = WRITES * kill / KILLS + random.nextInt(50);
      acknowledged = write(folder, acknowledged, until);
      assertThat(written(folder)).as("seed " + SEED).isBetween(acknowledged, acknowledged + 1);
      acknowledged = written(folder);
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(WRITES);
  }

  /// Lets a process write from number `from` on, kills it after number `until`, and gives back how
  /// many writes were acknowledged.
  private static int write(Path folder, int from, int until)
      throws IOException, InterruptedException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                KilledWriter.class.getName(),
                folder.toString(),
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var count = from;
    try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        count = Integer.parseInt(line) + 1;
        if (count == until) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return count;
  }

  /// Some runners load tests by a class loader of their own.
  private static String classPath() {
    return KillTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /// How many of the writes are there; all before the last are.
  private static int written(Path folder) {
    try (var world = LiveWorld.open(folder, null, InstantSource.system())) {
      var policies =
          world
              .realm()
              .account(KilledWriter.ACCOUNT)
              .flatMap(account -> account.user(KilledWriter.USER))
              .orElseThrow()
              .permissions()
              .inline()
              .keySet()
              .stream()
              .filter(name -> name.startsWith("written-"))
              .toList();
      for (var number = 0; number < policies.size(); number++) {
        assertThat(policies.get(number)).isEqualTo("written-" + number);
      }
      return policies.size();
    }
  }
}
