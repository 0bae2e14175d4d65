package io.outcrop.sandbox.standin;

/// Ids that follow from what they are made for. Source of the alphabet: ids as seen in answers.
public final class Ids {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int LENGTH = 22;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Ids() {}

  /// `prefix`, then 22 characters that follow from `key`.
  public static String of(String prefix, String key) {
    var id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
    var state = hash(key);
    for (var i = 0; i < LENGTH; i++) {
      state = mixed(state + i);
      id.append(ALPHABET.charAt((int) Long.remainderUnsigned(state, ALPHABET.length())));
    }
    return id.toString();
  }

  /// A number that follows from `key`.
  static long hash(String key) {
    var hash = FNV_OFFSET;
    for (var i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  /// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  private static long mixed(long value) {
    var z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
