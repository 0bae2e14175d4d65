package io.outcrop.sandbox.directory.credential;

import io.outcrop.aws.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The codes of a virtual multi-factor device: six digits every thirty seconds. Source: RFC 6238
/// (TOTP) with HMAC-SHA-1, which is what AWS's virtual devices use.
public final class OneTimeCode {
  private static final long STEP_SECONDS = 30;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /// Whether `code` is the device's at `now`, or the one before or after.
  public static boolean matches(Secret seed, String code, Instant now) {
    return isAt(seed, code, now, -1) || isAt(seed, code, now, 0) || isAt(seed, code, now, 1);
  }

  /// Whether two codes are the device's, one after the other, at about `now`.
  static boolean matches(Secret seed, String first, String second, Instant now) {
    for (var step = -2; step <= 1; step++) {
      if (isAt(seed, first, now, step) && isAt(seed, second, now, step + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(Secret seed, String code, Instant now, int steps) {
    return code.equals(at(seed, now.plusSeconds(steps * STEP_SECONDS)));
  }

  /// The code at `now`.
  static String at(Secret seed, Instant now) {
    var counter =
        ByteBuffer.allocate(Long.BYTES).putLong(Math.floorDiv(now.getEpochSecond(), STEP_SECONDS));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(seed.reveal()), "HmacSHA1"));
      var hash = mac.doFinal(counter.array());
      var offset = hash[hash.length - 1] & 15;
      var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HMAC-SHA-1", missing);
    }
  }

  /// A seed in base 32. Source: RFC 4648.
  private static byte[] bytes(String seed) {
    var bytes = ByteBuffer.allocate(seed.length() * 5 / 8 + 1);
    var bits = 0;
    var held = 0;
    for (var c : seed.getBytes(StandardCharsets.US_ASCII)) {
      held = (held << 5 | Math.max(0, ALPHABET.indexOf(c))) & 0xFFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (held >> bits));
      }
    }
    var result = new byte[Math.max(1, bytes.position())];
    System.arraycopy(bytes.array(), 0, result, 0, bytes.position());
    return result;
  }
}
