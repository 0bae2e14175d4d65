package io.outcrop.sandbox.realm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Makes unique ids as IAM makes them: a prefix and further capitals and digits. The same name gets
/// the same id, so that a world looks the same each time.
public final class UniqueId {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 17;

  private UniqueId() {}

  /// The id of `name` among those that begin with `prefix`.
  public static String of(String prefix, String name) {
    var hash = sha256(prefix + "/" + name);
    var id = new StringBuilder(prefix);
    for (var i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(hash[i] & 31));
    }
    return id.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
