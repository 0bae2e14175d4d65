package io.outcrop.sandbox.live;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What changed since the snapshot: a file to which lines are added, one a change, each with its
/// checksum, each forced to disk before [#append] returns. Not safe for several threads.
///
/// A process or a machine that dies may leave the last line torn: nobody was told of it, and it is
/// dropped. A line that is wrong with good ones behind it is damage, and nothing is opened.
final class Journal implements AutoCloseable {
  private static final int CHECKSUM = 8;

  private final Path path;
  private final FileChannel channel;
  private long length;

  private Journal(Path path, FileChannel channel, long length) {
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /// One change: the number of the state that it leads to, and what is different there.
  record Entry(long revision, List<Edit> edits) {
    Entry {
      edits = List.copyOf(edits);
    }
  }

  /// The entries at `path`, oldest first; none if there is no such file.
  static List<Entry> read(Path path) {
    return scan(path).entries();
  }

  /// Opens the file at `path` for further entries, making it if need be, without a torn end.
  static Journal open(Path path) {
    var length = scan(path).length();
    try {
      var channel = PrivateFiles.forAppending(path);
      channel.truncate(length);
      return new Journal(path, channel, length);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  /// Adds `entry`; on disk when this returns. What cannot be written leaves nothing behind.
  void append(Entry entry) {
    var bytes = line(entry);
    try {
      var at = length;
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        at += channel.write(rest, at);
      }
      channel.force(false);
      length = at;
    } catch (IOException failed) {
      forget(failed);
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  private void forget(IOException failed) {
    try {
      channel.truncate(length);
    } catch (IOException again) {
      failed.addSuppressed(again);
    }
  }

  /// How many bytes it has.
  long length() {
    return length;
  }

  /// Drops all entries: a snapshot has them.
  void clear() {
    try {
      channel.truncate(0);
      channel.force(false);
      length = 0;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] line(Entry entry) {
    var json =
        JsonWriter.compact(
            Json.object()
                .with("revision", Json.of(entry.revision()))
                .with("edits", Json.array(entry.edits().stream().map(Edit::written).toList())));
    return (checksum(json) + ' ' + json + '\n').getBytes(StandardCharsets.UTF_8);
  }

  private static String checksum(String json) {
    var sum = new CRC32C();
    sum.update(json.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", sum.getValue());
  }

  private record Scan(List<Entry> entries, long length) {}

  private static Scan scan(Path path) {
    var entries = new ArrayList<Entry>();
    var length = 0L;
    var isTorn = false;
    for (var line : lines(path)) {
      var entry = entry(line);
      if (entry.isPresent() && isTorn) {
        throw new UncheckedIOException(
            new IOException("`" + path + "` is damaged at byte " + length));
      }
      isTorn |= entry.isEmpty();
      if (!isTorn) {
        entries.add(entry.get());
        length += line.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return new Scan(entries, length);
  }

  /// The lines with their ends; the last may have none.
  private static List<String> lines(Path path) {
    try {
      return Files.exists(path)
          ? List.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("(?<=\n)"))
          : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + path + "`", unreadable);
    }
  }

  private static Optional<Entry> entry(String line) {
    if (!line.endsWith("\n") || line.length() < CHECKSUM + 2) {
      return Optional.empty();
    }
    var json = line.substring(CHECKSUM + 1, line.length() - 1);
    if (!line.startsWith(checksum(json) + ' ')
        || !(JsonReader.read(json) instanceof JsonReading.Read(Json.Obj object))
        || !(object.get("revision").orElse(null) instanceof Json.Num(var revision, _))) {
      return Optional.empty();
    }
    var edits = object.list("edits").stream().flatMap(edit -> Edit.read(edit).stream()).toList();
    return Optional.of(new Entry(revision.longValue(), edits));
  }
}
