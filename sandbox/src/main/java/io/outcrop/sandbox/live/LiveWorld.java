package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.realm.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A world that is open: the realm as it is now, its clock, and the file that outlives it. Safe for
/// many threads; changes are made one at a time inside [#exclusively]. One process at a time holds
/// a folder.
public final class LiveWorld implements Keys, AutoCloseable {
  private final ReentrantLock turn = new ReentrantLock();
  private final StateFile file;
  private final Instant createdAt;
  private final InstantSource clock;
  private final FileChannel held;
  private final KeyBook keys;
  private volatile Realm realm;

  private LiveWorld(StateFile file, StateFile.State state, InstantSource clock, FileChannel held) {
    this.file = file;
    this.createdAt = state.createdAt();
    this.realm = state.realm();
    this.clock = clock;
    this.held = held;
    this.keys = new KeyBook(state.realm());
  }

  /// Makes a world in `folder`: draws the secrets of its keys, writes its client side and, last,
  /// its state.
  public static void create(Path folder, Realm realm, InstantSource machine) {
    PrivateFiles.folder(folder);
    var issued = new Issuer().issue(realm);
    new ClientFiles(issued).write(folder);
    new StateFile(folder).write(new StateFile.State(machine.instant(), issued));
  }

  /// Opens the world in `folder`.
  ///
  /// @param clock the world's clock; null for its own, which began where the world says when the
  ///   folder was made and runs as `machine` does
  public static LiveWorld open(Path folder, @Nullable InstantSource clock, InstantSource machine) {
    var held = hold(folder);
    try {
      var file = new StateFile(folder);
      var state = file.read();
      var own = clock == null ? running(state, machine) : clock;
      return new LiveWorld(file, state, own, held);
    } catch (UncheckedIOException unreadable) {
      release(held);
      throw unreadable;
    }
  }

  private static InstantSource running(StateFile.State state, InstantSource machine) {
    var ahead = Duration.between(state.createdAt(), state.realm().title().clock());
    return () -> machine.instant().plus(ahead);
  }

  private static FileChannel hold(Path folder) {
    var path = folder.resolve("lock");
    try {
      var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
      throw new IOException("the world in `" + folder + "` is already open");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /// Everything in the world, now.
  public Realm realm() {
    return realm;
  }

  /// The world's clock.
  public InstantSource clock() {
    return clock;
  }

  /// Does `work` while nobody else changes the world.
  public <T> T exclusively(Supplier<T> work) {
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  /// Makes `changed` the realm; on disk when this returns. Only inside [#exclusively].
  public void commit(Realm changed) {
    if (!turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change outside of `exclusively`");
    }
    file.write(new StateFile.State(createdAt, changed));
    realm = changed;
  }

  @Override
  public Keys.Key find(String accessKeyId) {
    return keys.find(realm, clock.instant(), accessKeyId);
  }

  @Override
  public Keys.ApiKey findApiKey(Secret key) {
    return keys.findApiKey(realm, clock.instant(), key);
  }

  @Override
  public void close() {
    release(held);
  }

  private static void release(FileChannel held) {
    try {
      held.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
