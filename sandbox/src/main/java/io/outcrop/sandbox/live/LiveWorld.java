package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.trace.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A world that is open: the realm as it is now, its clock, and the files that outlive it. Safe for
/// many threads; whoever only reads works on the realm as it was when they came, beside each other,
/// and changes are made one at a time. One process at a time holds a folder.
public final class LiveWorld implements Keys, AutoCloseable {
  private final ReentrantLock turn = new ReentrantLock();
  private final StateFile file;
  private final Instant createdAt;
  private final WorldClock clock;
  private final FileChannel held;
  private final Ledger ledger;
  private final InForce inForce = new InForce();
  private final KeyBook keys;
  private volatile Realm realm;

  private LiveWorld(StateFile file, WorldClock clock, Ledger ledger, FileChannel held) {
    this.file = file;
    this.createdAt = file.opened().createdAt();
    this.realm = file.opened().realm();
    this.clock = clock;
    this.ledger = ledger;
    this.held = held;
    this.keys = new KeyBook(realm);
  }

  /// Makes a world in `folder`: draws the secrets of its keys, writes its client side, how it
  /// begins and, last, its state.
  public static void create(Path folder, Realm realm, InstantSource machine) {
    create(folder, folder, realm, machine);
  }

  /// The same in a folder that is then moved to where the world `lives`.
  public static void create(Path folder, Path lives, Realm realm, InstantSource machine) {
    PrivateFiles.folder(folder);
    var issued = new Issuer().issue(realm);
    new ClientFiles(issued).write(folder, lives);
    Beginning.keep(folder, issued);
    StateFile.create(folder, new StateFile.State(machine.instant(), Duration.ZERO, issued));
  }

  /// Opens the world in `folder`.
  ///
  /// @param clock the world's clock; null for its own, which began where the world says when the
  ///   folder was made, was moved since, and runs as `machine` does
  public static LiveWorld open(Path folder, @Nullable InstantSource clock, InstantSource machine) {
    var held = hold(folder);
    try {
      var file = StateFile.open(folder);
      return new LiveWorld(file, clock(file.opened(), clock, machine), Ledger.open(folder), held);
    } catch (UncheckedIOException unreadable) {
      release(held);
      throw unreadable;
    }
  }

  private static WorldClock clock(
      StateFile.State state, @Nullable InstantSource given, InstantSource machine) {
    if (given != null) {
      return WorldClock.given(given, state.moved());
    }
    var ahead = Duration.between(state.createdAt(), state.realm().title().clock());
    return WorldClock.own(() -> machine.instant().plus(ahead), state.moved());
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

  /// What authorises at `now`: where propagation is real, changes of policies take some seconds to
  /// act.
  public Realm inForce(Instant now) {
    return inForce.at(now, realm);
  }

  /// The world's clock.
  public InstantSource clock() {
    return clock;
  }

  /// The traces of calls.
  public Ledger ledger() {
    return ledger;
  }

  /// Moves the clock by `time`, backwards if it is negative. The world's own clock stays moved when
  /// the world is opened again; one that was given to [#open] does not.
  public void moveClock(Duration time) {
    exclusively(() -> {
      clock.move(time);
      file.write(state(realm));
      return clock;
    });
  }

  /// Does `work`, beside others as long as it only reads. If it comes to [#commit], it is begun
  /// anew while nobody else changes the world; until then it must leave no other effects than such
  /// as do no harm twice.
  public <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfTurn _) {
      return exclusively(work);
    }
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

  /// Makes `changed` the realm; on disk when this returns. Only inside [#exclusively] and [#call].
  public void commit(Realm changed) {
    if (!turn.isHeldByCurrentThread()) {
      throw new OutOfTurn();
    }
    file.write(state(changed));
    inForce.changed(realm, clock.instant());
    realm = changed;
  }

  /// Makes `restored` the realm, in force at once, and `at` the time; on disk when this returns.
  /// What calls left behind is forgotten. Only inside [#exclusively].
  void restore(Realm restored, Instant at) {
    clock.move(Duration.between(clock.instant(), at));
    file.write(state(restored));
    ledger.forget();
    inForce.forget();
    realm = restored;
  }

  private StateFile.State state(Realm current) {
    return new StateFile.State(createdAt, clock.lasting(), current);
  }

  /// A change was tried by somebody who may only read: [#call] gives it another try.
  private static final class OutOfTurn extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OutOfTurn() {
      super("a change outside of `call` and `exclusively`");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
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
  public Optional<Instant> ownTime() {
    return Optional.of(clock.instant());
  }

  @Override
  public void close() {
    try {
      exclusively(() -> {
        ledger.close();
        file.close();
        return file;
      });
    } finally {
      release(held);
    }
  }

  private static void release(FileChannel held) {
    try {
      held.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
