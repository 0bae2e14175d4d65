package io.outcrop.sandbox.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read. Where the file system has no such rights, its own rights
/// stand.
final class PrivateFiles {
  private PrivateFiles() {}

  /// Makes `path` hold `text`: a new file is written beside it, forced to disk and moved over it.
  static void replace(Path path, String text) {
    var parent = path.toAbsolutePath().getParent();
    var temporary = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      try (var channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              attributes(path, "rw-------"))) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (parent != null) {
        force(parent);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write `" + path + "`", failed);
    }
  }

  /// Opens a file to be written to, made if it is not there; that it is there is on disk.
  static FileChannel forAppending(Path path) throws IOException {
    var channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            attributes(path, "rw-------"));
    var parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
    return channel;
  }

  /// Removes a file, if it is there.
  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove `" + path + "`", failed);
    }
  }

  /// Makes a folder, and those above it, that only its owner may enter.
  static void folder(Path path) {
    try {
      Files.createDirectories(path, attributes(path, "rwx------"));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make `" + path + "`", failed);
    }
  }

  private static void force(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String rights) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
