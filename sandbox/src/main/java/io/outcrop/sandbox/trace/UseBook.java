package io.outcrop.sandbox.trace;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// When keys, roles and models were last used, in `use.jsonl`: a line for each, of which the last
/// one counts. In memory all is exact; a line is added at most once a minute for each key, and when
/// the book is closed the file is written anew, exact and short. Safe for many threads.
final class UseBook implements LastUse, AutoCloseable {
  /// How old what the file says may be. IAM itself is no more exact: IAM User Guide, "last used
  /// information", within a period of 15 minutes to four hours.
  private static final Duration GRAIN = Duration.ofMinutes(1);

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Path path;

  private UseBook(Path path) {
    this.path = path;
  }

  private record Entry(Use use, Instant written) {}

  /// The book in `folder`.
  static UseBook open(Path folder) {
    var book = new UseBook(folder.resolve("use.jsonl"));
    if (Files.exists(book.path)) {
      try {
        Files.readAllLines(book.path).forEach(book::read);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read `" + book.path + "`", unreadable);
      }
    }
    return book;
  }

  void key(String id, Use use) {
    note("key " + id, use);
  }

  void role(String account, String role, Use use) {
    note("role " + account + "/" + role, use);
  }

  void model(String account, String modelId, Use use) {
    note("model " + account + "/" + modelId, use);
  }

  private void note(String what, Use use) {
    var old = entries.get(what);
    if (old != null && old.written().plus(GRAIN).isAfter(use.at())) {
      entries.put(what, new Entry(use, old.written()));
      return;
    }
    entries.put(what, new Entry(use, use.at()));
    write(line(what, use));
  }

  @Override
  public Optional<Use> ofKey(String keyId) {
    return find("key " + keyId);
  }

  @Override
  public Optional<Use> ofRole(String account, String role) {
    return find("role " + account + "/" + role);
  }

  @Override
  public Optional<Instant> ofModel(String account, String modelId) {
    return find("model " + account + "/" + modelId).map(Use::at);
  }

  /// Forgets every use.
  synchronized void forget() {
    entries.clear();
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove `" + path + "`", failed);
    }
  }

  private Optional<Use> find(String what) {
    return Optional.ofNullable(entries.get(what)).map(Entry::use);
  }

  @Override
  public void close() {
    if (entries.isEmpty()) {
      return;
    }
    var all = new StringBuilder();
    entries.forEach((what, entry) -> all.append(line(what, entry.use())));
    var whole = path.resolveSibling("use.jsonl.new");
    try {
      Files.writeString(whole, all);
      Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  private synchronized void write(String line) {
    try {
      Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  private static String line(String what, Use use) {
    return Line.begin()
        .text("what", what)
        .text("at", use.at().toString())
        .text("service", use.service())
        .text("region", use.region())
        .end();
  }

  /// A line that a crash has torn says nothing.
  private void read(String line) {
    if (JsonReader.read(line) instanceof JsonReading.Read(Json.Obj said)
        && said.text("region").isPresent()) {
      try {
        var at = Instant.parse(said.text("at").orElse(""));
        var use = new Use(at, said.text("service").orElse(""), said.text("region").orElse(""));
        entries.put(said.text("what").orElse(""), new Entry(use, at));
      } catch (DateTimeException _) {
        return;
      }
    }
  }
}
