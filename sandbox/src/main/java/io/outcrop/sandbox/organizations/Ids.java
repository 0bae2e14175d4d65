package io.outcrop.sandbox.organizations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Predicate;

/// Makes ids as AWS Organizations makes them. The same name in the same organization gets the same
/// id, unless that is taken.
final class Ids {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String DIGITS = "0123456789";
  private static final String HEX = "0123456789abcdef";

  private Ids() {}

  static String organization(String account) {
    return "o-" + drawn(account, LETTERS, 10);
  }

  static String root(String organization) {
    return "r-" + drawn(organization, LETTERS, 4);
  }

  static String unit(String root, String name, Predicate<String> isTaken) {
    return free("ou-" + root.substring("r-".length()) + "-", name, LETTERS, 8, isTaken);
  }

  static String policy(String name, Predicate<String> isTaken) {
    return free("p-", name, LETTERS, 8, isTaken);
  }

  static String request(String name, Predicate<String> isTaken) {
    return free("car-", name, HEX, 32, isTaken);
  }

  static String account(String name, Predicate<String> isTaken) {
    return free("", name, DIGITS, 12, isTaken);
  }

  private static String free(
      String prefix, String name, String alphabet, int length, Predicate<String> isTaken) {
    var id = prefix + drawn(name, alphabet, length);
    for (var i = 1; isTaken.test(id); i++) {
      id = prefix + drawn(name + "/" + i, alphabet, length);
    }
    return id;
  }

  private static String drawn(String name, String alphabet, int length) {
    var hash = sha256(alphabet + "/" + name);
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(alphabet.charAt((hash[i] & 0xff) % alphabet.length()));
    }
    return text.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
