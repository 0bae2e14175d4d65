package io.outcrop.sandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.RealmWriter;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTest {
  private static final Instant CREATED = Instant.parse("2026-11-28T00:00:00Z");
  private static final Realm REALM = Worlds.get("seed-d").realm();

  /// The realm with `count` faults.
  private static StateFile.State state(int count) {
    var faults =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Fault(
                    Fault.Kind.THROTTLE,
                    Fault.Scope.ALL,
                    new Fault.Odds(i, 1, 1, 0),
                    Fault.Course.PLAIN))
            .toList();
    return new StateFile.State(
        CREATED, Duration.ofMinutes(count), REALM.with(REALM.circumstances().withFaults(faults)));
  }

  private static StateFile.State reopened(Path folder) {
    try (var file = StateFile.open(folder)) {
      return file.opened();
    }
  }

  /// Three changes, and no orderly close.
  private static String written(Path folder) throws IOException {
    StateFile.create(folder, state(0));
    var file = StateFile.open(folder);
    for (var count = 1; count <= 3; count++) {
      file.write(state(count));
    }
    return Files.readString(folder.resolve("journal.jsonl"));
  }

  private static void assertFaults(StateFile.State state, int count) {
    assertThat(state.realm().circumstances().faults()).hasSize(count);
    assertThat(state.moved()).isEqualTo(Duration.ofMinutes(count));
    assertThat(RealmWriter.write(state.realm())).isEqualTo(RealmWriter.write(state(count).realm()));
  }

  @Test
  void journalIsReplayed(@TempDir Path folder) throws IOException {
    assertThat(written(folder).lines()).hasSize(3);
    assertFaults(reopened(folder), 3);
    assertThat(folder.resolve("journal.jsonl")).isEmptyFile();
    assertFaults(reopened(folder), 3);
  }

  @Test
  void tornEndIsDroppedWhereverItIsTorn(@TempDir Path folder) throws IOException {
    var journal = written(folder);
    var snapshot = Files.readString(folder.resolve("state.json"));
    var lastLine = journal.lastIndexOf('\n', journal.length() - 2) + 1;
    for (var end = lastLine; end < journal.length(); end++) {
      Files.writeString(folder.resolve("state.json"), snapshot);
      Files.writeString(folder.resolve("journal.jsonl"), journal.substring(0, end));
      assertFaults(reopened(folder), 2);
    }
  }

  @Test
  void writingGoesOnBehindATornEnd(@TempDir Path folder) throws IOException {
    var journal = written(folder);
    Files.writeString(folder.resolve("journal.jsonl"), journal.substring(0, journal.length() - 5));
    var file = StateFile.open(folder);
    file.write(state(7));
    assertFaults(reopened(folder), 7);
  }

  @Test
  void damageBeforeGoodLinesIsSaid(@TempDir Path folder) throws IOException {
    var journal = written(folder);
    var damaged = journal.replaceFirst("THROTTLE", "THROTTLf");
    Files.writeString(folder.resolve("journal.jsonl"), damaged);
    assertThatThrownBy(() -> StateFile.open(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("journal.jsonl` is damaged at byte 0");
  }

  @Test
  void entriesThatTheSnapshotHasAreNotMadeAgain(@TempDir Path folder) throws IOException {
    var journal = written(folder);
    reopened(folder);
    Files.writeString(folder.resolve("journal.jsonl"), journal);
    assertFaults(reopened(folder), 3);
  }

  @Test
  void entryThatIsMissingIsSaid(@TempDir Path folder) throws IOException {
    var journal = written(folder);
    Files.writeString(
        folder.resolve("journal.jsonl"), journal.substring(journal.indexOf('\n') + 1));
    assertThatThrownBy(() -> StateFile.open(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("lacks what led to revision 2");
  }

  @Test
  void stateOfTheFirstFormatIsRead(@TempDir Path folder) throws IOException {
    StateFile.create(folder, state(0));
    var path = folder.resolve("state.json");
    var first =
        Files.readString(path)
            .replace("\"formatVersion\": 2", "\"formatVersion\": 1")
            .replace("  \"revision\": 0,\n", "")
            .replace("  \"clockMoved\": \"PT0S\",\n", "");
    assertThat(first).doesNotContain("revision").doesNotContain("clockMoved");
    Files.writeString(path, first);
    var file = StateFile.open(folder);
    file.write(state(2));
    assertFaults(reopened(folder), 2);
  }

  @Test
  void nothingIsWrittenWhereNothingChanged(@TempDir Path folder) throws IOException {
    StateFile.create(folder, state(1));
    try (var file = StateFile.open(folder)) {
      file.write(state(1));
      assertThat(folder.resolve("journal.jsonl")).isEmptyFile();
      file.write(new StateFile.State(CREATED, Duration.ZERO, state(1).realm()));
      assertThat(Files.readString(folder.resolve("journal.jsonl")).substring(9))
          .isEqualTo("{\"revision\":1,\"edits\":[{\"at\":[\"clockMoved\"],\"value\":\"PT0S\"}]}\n");
    }
  }

  @Test
  void longJournalBecomesASnapshot(@TempDir Path folder) throws IOException {
    StateFile.create(folder, state(0));
    var file = StateFile.open(folder);
    var longest = 0L;
    for (var count = 1; count < 300; count++) {
      file.write(state(count));
      longest = Math.max(longest, Files.size(folder.resolve("journal.jsonl")));
    }
    assertThat(longest).isLessThan(300_000);
    assertFaults(reopened(folder), 299);
    assertThat(List.of(folder.resolve("journal.jsonl")))
        .allSatisfy(f -> assertThat(f).isEmptyFile());
  }
}
