package io.outcrop.access.journal;

import io.outcrop.access.plan.History;
import io.outcrop.access.plan.Plan;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The journal of one plan: a line for the plan, then a line before and after each step, each on
/// the disk before anything else happens. A line that was cut short by a crash counts as not
/// written. Its shape is documented in `docs/files/journal.md`.
public final class Journal {
  private final Path file;
  private final Runnable aroundWrite;
  private final InstantSource clock;
  private final List<Entry> entries;

  Journal(Path file, Runnable aroundWrite, InstantSource clock, List<Entry> entries) {
    this.file = file;
    this.aroundWrite = aroundWrite;
    this.clock = clock;
    this.entries = new ArrayList<>(entries);
  }

  /// One line.
  public sealed interface Entry {
    /// The plan, whole.
    record Planned(Plan plan) implements Entry {}

    /// A step is about to be made; `undo` is what taking it back needs besides the change itself.
    record Begun(int step, String undo) implements Entry {}

    /// A step was made, or was so already.
    record Applied(int step, boolean already) implements Entry {}

    /// A step could not be made.
    record Failed(int step, String why) implements Entry {}

    /// Nothing is left to do.
    record Finished() implements Entry {}

    /// The plan is being taken back.
    record UndoBegun() implements Entry {}

    /// A step was taken back, or stays.
    record Undone(int step, boolean stays, String why) implements Entry {}

    /// The plan was taken back as far as it can be.
    record UndoFinished() implements Entry {}
  }

  /// Every line, in order.
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// The plan.
  public Plan plan() {
    return entries.stream()
        .filter(Entry.Planned.class::isInstance)
        .map(entry -> ((Entry.Planned) entry).plan())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("journal `" + file + "` holds no plan"));
  }

  /// Whether this kind of line was written.
  public boolean has(Class<? extends Entry> kind) {
    return entries.stream().anyMatch(kind::isInstance);
  }

  /// What the last line about the beginning of `step` kept for taking it back, if it began.
  public Optional<String> begun(int step) {
    return entries.stream()
        .filter(entry -> entry instanceof Entry.Begun begun && begun.step() == step)
        .map(entry -> ((Entry.Begun) entry).undo())
        .reduce((_, last) -> last);
  }

  /// Whether `step` was made by this plan.
  public boolean applied(int step) {
    return entries.stream()
        .anyMatch(entry -> entry instanceof Entry.Applied applied && applied.step() == step);
  }

  /// Whether `step` was found as it should be, so that there is nothing to take back.
  public boolean already(int step) {
    return entries.stream()
        .anyMatch(entry ->
            entry instanceof Entry.Applied applied && applied.step() == step && applied.already());
  }

  /// Whether `step` could not be made, so that nothing was changed.
  public boolean failed(int step) {
    return !applied(step)
        && entries.stream()
            .anyMatch(entry -> entry instanceof Entry.Failed failed && failed.step() == step);
  }

  /// Whether `step` was taken back, or was found to stay.
  public boolean undone(int step) {
    return entries.stream()
        .anyMatch(entry -> entry instanceof Entry.Undone undone && undone.step() == step);
  }

  /// What became of the plan so far.
  public History.State state() {
    if (has(Entry.UndoFinished.class)) {
      return History.State.UNDONE;
    }
    if (has(Entry.UndoBegun.class)) {
      return History.State.PARTLY_UNDONE;
    }
    if (!has(Entry.Finished.class)) {
      return History.State.INTERRUPTED;
    }
    for (var i = 0; i < plan().steps().size(); i++) {
      if (!applied(i)) {
        return History.State.FAILED;
      }
    }
    return History.State.APPLIED;
  }

  /// Adds a line and waits until it is on the disk.
  ///
  /// @throws UncheckedIOException if it cannot be written; then the change that it announces must
  ///   not be made
  public void add(Entry entry) {
    aroundWrite.run();
    var line = JsonWriter.compact(JournalLines.write(entry, clock.instant())) + "\n";
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot write the journal `" + file + "`", lost);
    }
    entries.add(entry);
    aroundWrite.run();
  }
}
