package io.outcrop.access.journal;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The right to change things, one for each account and principal. The system takes it back from a
/// process that ends, however it ends, so no lock outlives its owner; one that hangs is told with
/// its process and its age.
public final class Locks {
  private final Path folder;
  private final InstantSource clock;

  Locks(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// What came of asking for the right.
  public sealed interface Asked {
    /// It is yours until it is closed.
    record Yours(Lock lock) implements Asked {}

    /// Somebody else has it.
    ///
    /// @param owner the process, and since when it has it, in words
    record Taken(String owner) implements Asked {}
  }

  /// The right to change things; closing it gives it back.
  public interface Lock extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes the right, unless another program has it.
  Asked take(String account, String principal) {
    var file =
        folder.resolve(
            "lock-" + HexFormat.of().toHexDigits((account + "\n" + principal).hashCode()));
    try {
      var channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      var lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return new Asked.Taken(owner(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)));
      return new Asked.Yours(() -> close(channel));
    } catch (IOException lost) {
      throw new UncheckedIOException("cannot lock the journals in `" + folder + "`", lost);
    }
  }

  private String self() {
    return JsonWriter.compact(
            Json.object()
                .with("process", Json.of(ProcessHandle.current().pid()))
                .with("since", Json.of(clock.instant().toString())))
        + "\n";
  }

  private String owner(Path file) {
    try {
      if (JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(Json.Obj owner)
          && owner.get("process").isPresent()) {
        var since = Instant.parse(owner.text("since").orElse(""));
        return "process %s, for %s"
            .formatted(
                JsonWriter.compact(owner.get("process").get()),
                words(Duration.between(since, clock.instant())));
      }
    } catch (IOException | DateTimeParseException _) {
      // it is being written just now
    }
    return "another process";
  }

  private static String words(Duration age) {
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
