package io.outcrop.sandbox.realm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Makes unique ids as AWS makes them. The same name gets the same id, so that a world looks the
/// same each time.
public final class UniqueId {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 17;

  private UniqueId() {}

  /// The id of `name` among those that begin with `prefix`, as IAM makes them: 17 further capitals
  /// and digits.
  public static String of(String prefix, String name) {
    return prefix + capitals(prefix + "/" + name, LENGTH);
  }

  /// An id of `length` small letters and digits, at most 32, as Bedrock and AWS Marketplace make
  /// them.
  public static String small(String name, int length) {
    return capitals(name, length).toLowerCase(Locale.ROOT);
  }

  /// An id of `length` hexadecimal digits, at most 64.
  public static String hex(String name, int length) {
    return HexFormat.of().formatHex(sha256(name)).substring(0, length);
  }

  private static String capitals(String name, int length) {
    var hash = sha256(name);
    var id = new StringBuilder();
    for (var i = 0; i < length; i++) {
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
