package io.outcrop.sandbox.trace;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of one kind, a file a day of the world's clock: `events-2026-11-20.jsonl`. Lines gather in
/// a buffer; [#flush] hands them to the operating system. When a day begins, files that are older
/// than CloudTrail's event history are removed. Safe for many threads.
///
/// A line that cannot be written (the disk is full) is lost, and so is nothing else: a call is not
/// refused for want of a trace. How many were lost is known. A line that comes after [#close] is
/// lost, too.
final class DayFiles implements AutoCloseable {
  /// Source: AWS CloudTrail User Guide, "Working with CloudTrail event history": 90 days.
  static final int DAYS = 90;

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String END = ".jsonl";

  private final ReentrantLock lock = new ReentrantLock();
  private final Path folder;
  private final String kind;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private LocalDate day = LocalDate.MIN;

  /// No channel: whom a client leaves is interrupted, and that would close one for good.
  private @Nullable OutputStream out;

  private long lost;
  private boolean closed;

  /// Files of `kind` in `folder`.
  DayFiles(Path folder, String kind) {
    this.folder = folder;
    this.kind = kind;
  }

  /// Adds a line, which ends with a line feed, to the file of `on`.
  void append(LocalDate on, String line) {
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      if (closed) {
        lost++;
        return;
      }
      if (!on.equals(day)) {
        turnTo(on);
      }
      if (bytes.length > buffer.remaining()) {
        flush();
      }
      if (bytes.length > buffer.capacity()) {
        write(ByteBuffer.wrap(bytes));
      } else {
        buffer.put(bytes);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Hands to the operating system what has gathered.
  void flush() {
    lock.lock();
    try {
      write(buffer.flip());
      buffer.clear();
    } finally {
      lock.unlock();
    }
  }

  /// Removes all lines.
  void forget() {
    lock.lock();
    try {
      buffer.clear();
      shut();
      day = LocalDate.MIN;
      for (var old : days()) {
        Files.deleteIfExists(file(old));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot empty `" + folder + "`", failed);
    } finally {
      lock.unlock();
    }
  }

  /// How many writes failed.
  long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  /// The days of which there are lines, newest first.
  List<LocalDate> days() {
    try (var files = Files.list(folder)) {
      return files
          .flatMap(file -> day(String.valueOf(file.getFileName())))
          .sorted((a, b) -> b.compareTo(a))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + folder + "`", unreadable);
    }
  }

  /// The file of a day.
  Path file(LocalDate of) {
    return folder.resolve(kind + "-" + of + END);
  }

  private Stream<LocalDate> day(String name) {
    var isOurs = name.startsWith(kind + "-") && name.endsWith(END);
    var text = isOurs ? name.substring(kind.length() + 1, name.length() - END.length()) : "";
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? Stream.of(LocalDate.parse(text))
        : Stream.empty();
  }

  private void turnTo(LocalDate on) {
    flush();
    shut();
    day = on;
    try {
      out = new FileOutputStream(file(on).toFile(), true);
      for (var old : days()) {
        if (old.isBefore(on.minusDays(DAYS))) {
          Files.deleteIfExists(file(old));
        }
      }
    } catch (IOException _) {
      lost++;
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      if (out != null) {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      }
    } catch (IOException _) {
      lost++;
    }
  }

  private void shut() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException _) {
      lost++;
    }
    out = null;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      flush();
      shut();
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
