package io.outcrop.cli.place;

import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Folders and files that belong to the user alone.
public final class Folders {
  private Folders() {}

  /// The folder of everything that outlives a run.
  static Path state(Session session) {
    var own = session.variable("OUTCROP_STATE_HOME");
    if (!own.isBlank()) {
      return session.file(own);
    }
    var shared = session.variable("XDG_STATE_HOME");
    return shared.isBlank()
        ? session.home().resolve(".local/state/outcrop")
        : session.file(shared).resolve("outcrop");
  }

  /// Makes `folder` and what leads to it; nobody else may enter.
  static Path make(Path folder) {
    try {
      return Files.createDirectories(folder, mode("rwx------"));
    } catch (IOException refused) {
      throw Complaint.usage(
          "the folder `" + folder + "` cannot be made: " + Failures.reason(refused),
          "name another one: OUTCROP_STATE_HOME=FOLDER");
    }
  }

  /// A new folder for one run.
  static Path temporary(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException refused) {
      throw Complaint.usage(
          "no temporary folder can be made: " + Failures.reason(refused),
          "point TMPDIR at a folder");
    }
  }

  /// Writes a file that nobody else may read, all of it or nothing.
  public static void writePrivate(Path file, String text) {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, mode("rw-------"));
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /// Removes a folder and all that is in it; what is not there is removed already.
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
