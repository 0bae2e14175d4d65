package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The hashes that signatures are made of.
final class Digests {
  private Digests() {}

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// The signature of `canonicalRequest` under `claim`'s scope.
  static String signature(Secret secret, Claim claim, String canonicalRequest) {
    var toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            claim.timeText(),
            claim.scope(),
            hex(sha256(utf8(canonicalRequest))));
    var key = utf8("AWS4" + secret.reveal());
    key = hmac(key, claim.day());
    key = hmac(key, claim.region());
    key = hmac(key, claim.service());
    key = hmac(key, claim.terminator());
    return hex(hmac(key, toSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
