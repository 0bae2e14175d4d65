package io.outcrop.sandbox.live;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.world.RealmRewriter;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The files in which a world's state stands: `state.json`, the world's own document with secrets
/// as it once was, and `journal.jsonl`, what changed since. Not safe for several threads.
///
/// A change costs as much as it changes, not as much as there is: [Edit]s of the one document that
/// both files speak of. When the journal has grown as long as the snapshot, and when the world is
/// closed, a new snapshot takes its place; entries that a snapshot has already are known by their
/// revision, so that a crash between the two steps does no harm.
final class StateFile implements AutoCloseable {
  private static final int FORMAT_VERSION = 2;

  /// Before it, a state had no revision, no journal, and a clock that nobody moved.
  private static final int FIRST_FORMAT = 1;

  private static final long JOURNAL_BYTES = 256 * 1024;

  private final Path path;
  private final RealmRewriter rewriter = new RealmRewriter();
  private final Journal journal;
  private final State opened;
  private Json.Obj document;
  private long revision;
  private long snapshotLength;

  private StateFile(Path folder, Read read, Journal journal) {
    this.path = path(folder);
    this.opened = read.state();
    this.document = read.document();
    this.revision = read.revision();
    this.snapshotLength = read.snapshotLength();
    this.journal = journal;
  }

  /// What the files say.
  ///
  /// @param createdAt the machine's time when the world was made
  /// @param moved how far the world's clock was moved since
  /// @param realm everything in the world
  record State(Instant createdAt, Duration moved, Realm realm) {}

  private record Read(State state, Json.Obj document, long revision, long snapshotLength) {}

  private static Path path(Path folder) {
    return folder.resolve("state.json");
  }

  /// Writes the first state into `folder`.
  static void create(Path folder, State state) {
    PrivateFiles.delete(journal(folder));
    PrivateFiles.replace(path(folder), text(document(state, new RealmRewriter()), 0));
  }

  /// Opens what lies in `folder`.
  static StateFile open(Path folder) {
    return new StateFile(folder, read(folder), Journal.open(journal(folder)));
  }

  private static Path journal(Path folder) {
    return folder.resolve("journal.jsonl");
  }

  /// As it was when the files were opened.
  State opened() {
    return opened;
  }

  /// Writes the state; on disk when this returns. A crash at any time leaves the old one or the new
  /// one.
  void write(State state) {
    Undisturbed.run(() -> put(state));
  }

  private void put(State state) {
    var changed = document(state, rewriter);
    var edits = Edit.between(document, changed);
    if (edits.isEmpty()) {
      return;
    }
    journal.append(new Journal.Entry(revision + 1, edits));
    revision++;
    document = changed;
    if (journal.length() > Math.max(JOURNAL_BYTES, snapshotLength)) {
      snapshot();
    }
  }

  private void snapshot() {
    var text = text(document, revision);
    PrivateFiles.replace(path, text);
    snapshotLength = text.length();
    journal.clear();
  }

  @Override
  public void close() {
    if (journal.length() > 0) {
      snapshot();
    }
    journal.close();
  }

  private static Json.Obj document(State state, RealmRewriter rewriter) {
    var members = new LinkedHashMap<String, Json>();
    members.put("createdAt", Json.of(state.createdAt().toString()));
    members.put("clockMoved", Json.of(state.moved().toString()));
    members.put("world", rewriter.write(state.realm()));
    return Json.object(members);
  }

  private static String text(Json.Obj document, long revision) {
    var members = new LinkedHashMap<String, Json>();
    members.put("formatVersion", Json.of(FORMAT_VERSION));
    members.put("revision", Json.of(revision));
    document.members().forEach((name, member) -> members.put(name, member.value()));
    return JsonWriter.pretty(Json.object(members)) + "\n";
  }

  private static Read read(Path folder) {
    var path = path(folder);
    try {
      var text = Files.readString(path);
      if (JsonReader.read(text) instanceof JsonReading.Read(Json.Obj snapshot)) {
        return replayed(folder, snapshot, text.length());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + path + "`", unreadable);
    }
    throw unusable(path, List.of());
  }

  private static Read replayed(Path folder, Json.Obj snapshot, long length) {
    var revision =
        snapshot.get("revision").orElse(null) instanceof Json.Num(var number, _)
            ? number.longValue()
            : 0;
    var document = snapshot;
    for (var entry : Journal.read(journal(folder))) {
      if (entry.revision() > revision + 1) {
        throw new UncheckedIOException(
            new IOException(
                "`%s` lacks what led to revision %d".formatted(journal(folder), entry.revision())));
      }
      if (entry.revision() == revision + 1) {
        for (var edit : entry.edits()) {
          document = edit.applied(document);
        }
        revision++;
      }
    }
    return new Read(
        state(path(folder), document),
        document.without("formatVersion").without("revision"),
        revision,
        length);
  }

  private static State state(Path path, Json.Obj document) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(document, "", problems);
    var version = fields.whole("formatVersion", 0);
    fields.whole("revision", 0);
    var createdAt = fields.text("createdAt");
    var moved = fields.optionalText("clockMoved").orElse(Duration.ZERO.toString());
    var world = fields.any("world");
    fields.finish();
    if (version < FIRST_FORMAT || version > FORMAT_VERSION || world.isEmpty()) {
      throw unusable(path, problems);
    }
    try {
      return switch (Worlds.read(world.get())) {
        case WorldReading.Read(var read) when problems.isEmpty() ->
            new State(Instant.parse(createdAt), Duration.parse(moved), read.realm());
        case WorldReading.Read _ -> throw unusable(path, problems);
        case WorldReading.Malformed(var wrong) -> throw unusable(path, wrong);
      };
    } catch (DateTimeException _) {
      throw unusable(path, problems);
    }
  }

  private static UncheckedIOException unusable(Path path, List<Problem> problems) {
    var why = problems.isEmpty() ? "" : ": " + problems.getFirst();
    return new UncheckedIOException(
        new IOException("`" + path + "` is not a world's state that this version can read" + why));
  }
}
