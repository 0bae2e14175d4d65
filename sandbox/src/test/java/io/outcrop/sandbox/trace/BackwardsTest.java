package io.outcrop.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackwardsTest {
  private static final long SEED = 11;

  @Test
  void linesComeInTurnedOrderWhereverBlocksEnd(@TempDir Path folder) throws IOException {
    var random = new Random(SEED);
    for (var round = 0; round < 40; round++) {
      var lines = new ArrayList<String>();
      for (var i = random.nextInt(60); i > 0; i--) {
        lines.add("é" + "x".repeat(random.nextInt(random.nextInt(8) == 0 ? 150_000 : 3000)));
      }
      var file = folder.resolve("lines-" + round);
      var isTorn = !lines.isEmpty() && random.nextBoolean();
      Files.writeString(file, String.join("\n", lines) + (isTorn || lines.isEmpty() ? "" : "\n"));
      Collections.reverse(lines);
      assertThat(read(file)).as("seed %d round %d", SEED, round).isEqualTo(lines);
    }
  }

  @Test
  void readingGoesOnWhereAPageEnded(@TempDir Path folder) throws IOException {
    var file = folder.resolve("lines");
    Files.writeString(file, "one\ntwo\nthree\n");
    try (var lines = Backwards.open(file, Long.MAX_VALUE).orElseThrow()) {
      var third = lines.previous().orElseThrow();
      Files.writeString(file, "one\ntwo\nthree\nfour\n");
      try (var others = Backwards.open(file, third.at()).orElseThrow()) {
        assertThat(others.previous().orElseThrow().line()).isEqualTo("two");
      }
    }
  }

  @Test
  void fileThatIsNotThereHasNoLines(@TempDir Path folder) {
    assertThat(Backwards.open(folder.resolve("none"), Long.MAX_VALUE)).isEmpty();
  }

  private static List<String> read(Path file) {
    var lines = new ArrayList<String>();
    try (var reader = Backwards.open(file, Long.MAX_VALUE).orElseThrow()) {
      for (var line = reader.previous(); line.isPresent(); line = reader.previous()) {
        lines.add(line.get().line());
      }
    }
    return lines;
  }
}
