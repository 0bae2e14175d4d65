package io.outcrop.cli.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Says which process holds a world. The system lets go of it when that process ends, however it
/// ends.
final class WorldLock implements AutoCloseable {
  private final FileChannel channel;

  private WorldLock(FileChannel channel) {
    this.channel = channel;
  }

  /// The lock, unless somebody else has it.
  static Optional<WorldLock> take(Path file) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() != null) {
          return Optional.of(new WorldLock(channel));
        }
      } catch (OverlappingFileLockException _) {
        // this very process has it
      }
      channel.close();
      return Optional.empty();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // it is gone either way
    }
  }
}
