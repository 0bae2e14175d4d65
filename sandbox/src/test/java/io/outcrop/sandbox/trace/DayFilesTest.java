package io.outcrop.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DayFilesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @Test
  void nothingIsLostAtAnOrderlyClose(@TempDir Path folder) throws Exception {
    var threads = 8;
    var each = 500;
    try (var files = new DayFiles(folder, "events");
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Integer>>();
      for (var thread = 0; thread < threads; thread++) {
        var name = "thread " + thread + " ";
        tasks.add(() -> {
          for (var i = 0; i < each; i++) {
            files.append(DAY, name + i + " " + "x".repeat(i % 400) + "\n");
          }
          return each;
        });
      }
      executor.invokeAll(tasks);
      assertThat(files.lost()).isZero();
    }
    var lines = Files.readAllLines(folder.resolve("events-2026-11-20.jsonl"));
    assertThat(lines).hasSize(threads * each).doesNotHaveDuplicates();
    assertThat(
            lines.stream()
                .filter(line -> line.startsWith("thread 3 "))
                .map(line -> line.substring(9, line.indexOf(' ', 9))))
        .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(Integer::toString).toList());
  }

  @Test
  void lineLongerThanTheBufferIsKeptInItsPlace(@TempDir Path folder) throws IOException {
    try (var files = new DayFiles(folder, "invocations")) {
      files.append(DAY, "first\n");
      files.append(DAY, "y".repeat(300_000) + "\n");
      files.append(DAY, "last\n");
    }
    assertThat(Files.readAllLines(folder.resolve("invocations-2026-11-20.jsonl")))
        .containsExactly("first", "y".repeat(300_000), "last");
  }

  /// A client that leaves interrupts whoever works for it.
  @Test
  void whoIsInterruptedLosesNoLine(@TempDir Path folder) throws IOException {
    try (var files = new DayFiles(folder, "events")) {
      files.append(DAY, "first\n");
      Thread.currentThread().interrupt();
      files.flush();
      assertThat(Thread.interrupted()).isTrue();
      files.append(DAY, "last\n");
    }
    assertThat(Files.readAllLines(folder.resolve("events-2026-11-20.jsonl")))
        .containsExactly("first", "last");
  }

  @Test
  void oldDaysGoWhenADayBegins(@TempDir Path folder) {
    try (var files = new DayFiles(folder, "events");
        var others = new DayFiles(folder, "data-events")) {
      others.append(DAY.minusDays(200), "of another kind\n");
      files.append(DAY.minusDays(91), "too old\n");
      files.append(DAY.minusDays(90), "just not\n");
      files.append(DAY, "today\n");
      files.append(DAY.minusDays(1), "late\n");
      assertThat(files.days()).containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(90));
      assertThat(others.days()).containsExactly(DAY.minusDays(200));
    }
  }
}
