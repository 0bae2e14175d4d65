package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The tokens that one operation issues to one account. A token holds the place of the last element
/// shown and a seal over that, the operation and the account.
///
/// The seal is there to refuse what a client has made up, shortened or got elsewhere. It hides
/// nothing: whoever runs a sandbox may read all of it. So it needs no secret, and a token is good
/// after a restart.
record PageToken(String scope) {
  private static final int SEAL_BYTES = 12;

  PageToken(Call call, String account) {
    this(call.service() + '\n' + call.operation() + '\n' + account + '\n' + call.region());
  }

  /// The last element of a page.
  ///
  /// @param index its place in the list
  /// @param key what tells it from every other
  record Last(int index, String key) {}

  String issue(Last last) {
    var content = utf8(last.index() + "\n" + last.key());
    var seal = seal(content);
    var token = new byte[SEAL_BYTES + content.length];
    System.arraycopy(seal, 0, token, 0, SEAL_BYTES);
    System.arraycopy(content, 0, token, SEAL_BYTES, content.length);
    return Base64.getEncoder().encodeToString(token);
  }

  /// What `token` says, if it was issued here.
  Optional<Last> read(String token) {
    var bytes = decode(token);
    if (bytes.length <= SEAL_BYTES) {
      return Optional.empty();
    }
    var content = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
    var seal = Arrays.copyOf(bytes, SEAL_BYTES);
    if (!MessageDigest.isEqual(seal, Arrays.copyOf(seal(content), SEAL_BYTES))) {
      return Optional.empty();
    }
    var text = new String(content, StandardCharsets.UTF_8);
    var end = text.indexOf('\n');
    return Optional.of(new Last(Integer.parseInt(text.substring(0, end)), text.substring(end + 1)));
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private byte[] seal(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(utf8(scope + '\n'));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
