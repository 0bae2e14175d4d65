package io.outcrop.access.journal;

import io.outcrop.access.plan.History;
import io.outcrop.access.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The journals of one folder, by plan. Only one program at a time may change anything: see
/// [#lock].
public final class Journals {
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final Runnable aroundWrite;
  private final InstantSource clock;

  /// @param folder made if it is missing, for its owner alone
  /// @param aroundWrite runs before every line and after it reached the disk; tests stop the
  ///   program there
  /// @param clock says when a line is written
  public Journals(Path folder, Runnable aroundWrite, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.aroundWrite = aroundWrite;
  }

  /// Takes the right to change things for `principal` of `account`, unless another program has it.
  public Locks.Asked lock(String account, String principal) {
    try {
      make();
      return new Locks(folder, clock).take(account, principal);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot lock the journals in `" + folder + "`", lost);
    }
  }

  /// The number that the next plan's id begins with: ids sort by age.
  public int nextNumber() {
    return ids().stream().mapToInt(Journals::number).max().orElse(0) + 1;
  }

  private static int number(String id) {
    var digits = id.split("-", 2)[0];
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /// Begins the journal of `plan`; the plan is on the disk when this returns.
  public Journal begin(Plan plan) {
    try {
      make();
      var file = folder.resolve(plan.id() + SUFFIX);
      if (find(plan.id()).isEmpty()) {
        Files.deleteIfExists(file);
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var journal = new Journal(file, aroundWrite, clock, List.of());
      journal.add(new Journal.Entry.Planned(plan));
      return journal;
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot begin a journal in `" + folder + "`", lost);
    }
  }

  /// The journal of a plan, if there is one. A last line that was cut short is taken off the file;
  /// a journal without any whole line is none, since nothing was begun.
  public Optional<Journal> find(String planId) {
    var file = folder.resolve(planId + SUFFIX);
    if (planId.contains("/") || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var text = Files.readString(file, StandardCharsets.UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      if (whole.length() < text.length()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
          channel.force(true);
        }
      }
      return whole.isEmpty()
          ? Optional.empty()
          : Optional.of(new Journal(file, aroundWrite, clock, JournalLines.read(whole, planId)));
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read the journal `" + file + "`", lost);
    }
  }

  /// Every plan that was begun here, the newest first.
  public List<History> history() {
    return ids().stream()
        .sorted(Comparator.comparingInt(Journals::number).reversed())
        .flatMap(id -> history(id).stream())
        .toList();
  }

  private Optional<History> history(String id) {
    try {
      return find(id).map(journal -> history(id, journal));
    } catch (IllegalStateException _) {
      return Optional.of(new History(id, History.State.DAMAGED, Instant.EPOCH, "", "", List.of()));
    }
  }

  private History history(String id, Journal journal) {
    var plan = journal.plan();
    return new History(
        id,
        journal.state(),
        began(id, plan.terms().made()),
        plan.terms().actor(),
        plan.terms().principal(),
        plan.steps().stream().map(Plan.Step::title).toList());
  }

  private Instant began(String id, Instant otherwise) {
    try (var lines = Files.lines(folder.resolve(id + SUFFIX))) {
      return lines.findFirst().flatMap(JournalLines::at).orElse(otherwise);
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot read the journal `" + id + "`", lost);
    }
  }

  /// The newest plan that was begun and neither finished nor taken back.
  public Optional<String> unfinished() {
    return newest(journal ->
        (journal.has(Journal.Entry.UndoBegun.class)
            ? !journal.has(Journal.Entry.UndoFinished.class)
            : journal.state() == History.State.INTERRUPTED));
  }

  /// The newest plan that changed something and was not taken back.
  public Optional<String> undoable() {
    return newest(journal ->
        journal.has(Journal.Entry.Begun.class) && !journal.has(Journal.Entry.UndoFinished.class));
  }

  private Optional<String> newest(Predicate<Journal> wanted) {
    return ids().stream()
        .sorted(Comparator.comparingInt(Journals::number).reversed())
        .filter(id -> readable(id).filter(wanted).isPresent())
        .findFirst();
  }

  /// A journal that is damaged stands in nobody's way.
  private Optional<Journal> readable(String id) {
    try {
      return find(id);
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  private List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot list the journals in `" + folder + "`", lost);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
