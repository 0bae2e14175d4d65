package io.outcrop.sandbox.live;

import io.outcrop.sandbox.realm.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The state in which a world began, kept so that it can begin anew under the same keys.
public final class Beginning {
  private Beginning() {}

  /// Keeps that the world in `folder` begins as `realm`.
  static void keep(Path folder, Realm realm) {
    new Snapshot(realm.title().clock(), realm).write(file(folder));
  }

  /// How the world in `folder` began; nothing if it was made by a version that did not keep that.
  public static Optional<Snapshot> of(Path folder) {
    try {
      return Files.exists(file(folder))
              && Snapshot.read(Files.readString(file(folder)))
                  instanceof Snapshot.Reading.Read(var snapshot)
          ? Optional.of(snapshot)
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + file(folder) + "`", unreadable);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("begin.json");
  }
}
