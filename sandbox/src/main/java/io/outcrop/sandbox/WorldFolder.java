package io.outcrop.sandbox;

import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// The folder in which one world lives: its state (`state.json` and `journal.jsonl`, 0600), the
/// state in which it began (`begin.json`, 0600), its client side (`client/home/.aws`,
/// `client/work/.env`) and, while it is served, the token of its control API (`control-token`,
/// 0600).
public final class WorldFolder {
  /// What is there before the state is.
  private static final Set<String> HALF_MADE =
      Set.of("client", "begin.json", "begin.json.new", "state.json.new");

  private WorldFolder() {}

  /// Makes a world in `folder`: issues its keys, with secrets that nobody else knows, and writes
  /// its client side. The folder must not exist, be empty, or hold what a process left that was
  /// killed while it made a world here.
  ///
  /// @throws java.io.UncheckedIOException if the folder is not empty or cannot be written
  public static void create(Path folder, World world) {
    create(folder, folder, world);
  }

  /// The same in a folder that is then moved, so that a world is there whole or not at all.
  ///
  /// @param lives where it is moved to: its files name their home by that
  public static void create(Path folder, Path lives, World world) {
    requireEmpty(folder);
    LiveWorld.create(folder, lives, world.realm(), InstantSource.system());
  }

  private static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var entries = Files.list(folder)) {
      if (!entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .allMatch(HALF_MADE::contains)) {
        throw new UncheckedIOException(new IOException("`" + folder + "` is not empty"));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + folder + "`", unreadable);
    }
  }

  /// Whether a world lives in `folder`.
  public static boolean exists(Path folder) {
    return folder.resolve("state.json").toFile().exists();
  }
}
