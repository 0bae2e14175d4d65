package io.outcrop.http.server;

import io.outcrop.http.Chunks;
import java.util.Arrays;
import java.util.NoSuchElementException;

/// The first bytes of a body, and then what is left of it, for one reader.
final class Limited implements Chunks {
  private static final byte[] NOTHING = {};

  private final Chunks whole;
  private long left;
  private byte[] waiting = NOTHING;

  /// Reads and closes `whole`.
  Limited(Chunks whole, long bytes) {
    this.whole = whole;
    this.left = bytes;
  }

  /// All of a body at once.
  static Chunks of(byte[] bytes) {
    return new Limited(new Once(bytes), Long.MAX_VALUE);
  }

  @Override
  public boolean hasNext() {
    return left > 0 && (waiting.length > 0 || whole.hasNext());
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var bytes = waiting.length > 0 ? waiting : whole.next();
    var given = (int) Math.min(left, bytes.length);
    waiting = Arrays.copyOfRange(bytes, given, bytes.length);
    left -= given;
    return given == bytes.length ? bytes : Arrays.copyOf(bytes, given);
  }

  /// Gives the rest, too.
  void goOn() {
    left = Long.MAX_VALUE;
  }

  @Override
  public void close() {
    whole.close();
  }

  private static final class Once implements Chunks {
    private byte[] bytes;

    private Once(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean hasNext() {
      return bytes.length > 0;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var given = bytes;
      bytes = NOTHING;
      return given;
    }

    @Override
    public void close() {}
  }
}
