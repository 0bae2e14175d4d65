package io.outcrop.sandbox.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the lines of a file from the last to the first, a block at a time: what is asked is mostly
/// what happened just now, and the file may be long. For one reader.
final class Backwards implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;

  private final FileChannel channel;
  private byte[] block = new byte[0];
  private long blockAt;
  private long end;

  private Backwards(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  /// One line, and where in the file it begins.
  record Found(String line, long at) {}

  /// The lines of `file` before the byte `before`, where one begins; nothing if there is no file.
  static Optional<Backwards> open(Path file, long before) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var channel = FileChannel.open(file);
      return Optional.of(new Backwards(channel, Math.min(before, channel.size())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + file + "`", unreadable);
    }
  }

  /// The line before the one that was given last.
  Optional<Found> previous() {
    if (end == 0) {
      return Optional.empty();
    }
    var last = at(end - 1) == '\n' ? end - 1 : end;
    var begin = last;
    while (begin > 0 && at(begin - 1) != '\n') {
      begin--;
    }
    end = begin;
    return Optional.of(new Found(text(begin, (int) (last - begin)), begin));
  }

  private byte at(long position) {
    if (position < blockAt || position >= blockAt + block.length) {
      var begin = Math.max(0, position + 1 - BLOCK);
      block = read(begin, (int) (position + 1 - begin));
      blockAt = begin;
    }
    return block[(int) (position - blockAt)];
  }

  private String text(long begin, int length) {
    return begin >= blockAt && begin + length <= blockAt + block.length
        ? new String(block, (int) (begin - blockAt), length, StandardCharsets.UTF_8)
        : new String(read(begin, length), StandardCharsets.UTF_8);
  }

  private byte[] read(long begin, int length) {
    try {
      var bytes = ByteBuffer.allocate(length);
      var count = 0;
      while (bytes.hasRemaining() && count >= 0) {
        count = channel.read(bytes, begin + bytes.position());
      }
      return bytes.array();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
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
}
