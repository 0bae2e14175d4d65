package io.outcrop.cli.explain;

import io.outcrop.causes.Explainer;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/// Text of a bounded size: of a longer one the beginning and the end are kept, because that is
/// where errors say what happened. Bytes that are no UTF-8 become signs that stand for them.
final class BoundedText {
  private static final int HALF_BYTES = 2 * Explainer.MAX_CHARACTERS;

  private final byte[] head = new byte[HALF_BYTES];
  private final byte[] tail = new byte[HALF_BYTES];
  private long total;

  BoundedText() {}

  /// The bytes of a file, or of standard input for `-`.
  static InputStream open(String name, Session session) throws IOException {
    if (name.equals("-")) {
      return session.terminal().in();
    }
    var file = session.file(name);
    if (Files.isDirectory(file)) {
      throw Complaint.usage("`" + name + "` is a folder", "name a file");
    }
    return Files.newInputStream(file);
  }

  /// Adds the first `count` bytes of `buffer`.
  synchronized void add(byte[] buffer, int count) {
    for (var i = 0; i < count; i++) {
      if (total < HALF_BYTES) {
        head[(int) total] = buffer[i];
      } else {
        tail[(int) ((total - HALF_BYTES) % HALF_BYTES)] = buffer[i];
      }
      total++;
    }
  }

  /// What was added.
  synchronized String text() {
    if (total <= HALF_BYTES) {
      return decoded(head, (int) total);
    }
    var more = total - HALF_BYTES;
    if (more <= HALF_BYTES) {
      var all = Arrays.copyOf(head, (int) total);
      System.arraycopy(tail, 0, all, HALF_BYTES, (int) more);
      return decoded(all, all.length);
    }
    var from = (int) (more % HALF_BYTES);
    var last = new byte[HALF_BYTES];
    System.arraycopy(tail, from, last, 0, HALF_BYTES - from);
    System.arraycopy(tail, 0, last, HALF_BYTES - from, from);
    return decoded(head, HALF_BYTES) + "\n" + decoded(last, HALF_BYTES);
  }

  private static String decoded(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
