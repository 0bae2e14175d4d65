package io.outcrop.cloud.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Writes files that hold secrets.
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /// Makes `content` the whole content of `file`, at once: a reader sees the old file or the new
  /// one, also after a crash. Only the owner may read it (mode 0600, or the old mode where that was
  /// stricter). A symbolic link stays, and the file it leads to is replaced. What is no regular
  /// file, a device or a pipe, stays too, and is written to.
  public static void write(Path file, byte[] content) throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Files.write(target, content, StandardOpenOption.WRITE);
      return;
    }
    var folder = target.getParent();
    if (folder == null) {
      throw new IOException("`" + file + "` is not a file's name");
    }
    var fresh = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      fill(fresh, content, isPosix(folder));
      if (isPosix(folder)) {
        Files.setPosixFilePermissions(fresh, mode(target));
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void fill(Path fresh, byte[] content, boolean posix) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (var channel = FileChannel.open(fresh, options, attributes)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static Set<PosixFilePermission> mode(Path target) throws IOException {
    if (!Files.exists(target)) {
      return OWNER_ONLY;
    }
    var mode = EnumSet.copyOf(OWNER_ONLY);
    mode.retainAll(Files.getPosixFilePermissions(target));
    return mode;
  }

  private static boolean isPosix(Path folder) {
    return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
  }
}
