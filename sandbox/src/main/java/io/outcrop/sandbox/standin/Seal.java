package io.outcrop.sandbox.standin;

import io.outcrop.sandbox.rules.MessagesRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Signs the stand-in's thoughts, so that they are known again when they come back and nobody
/// changed them. It keeps no secret: it finds mistakes, not forgers.
public final class Seal implements MessagesRules.Signatures {
  private static final String REDACTED = "redacted";
  private static final byte[] MARK = "stand-in ".getBytes(StandardCharsets.UTF_8);

  /// The signature of `thought`.
  String of(String thought) {
    var digest = digest(thought);
    var bytes = new byte[MARK.length + digest.length];
    System.arraycopy(MARK, 0, bytes, 0, MARK.length);
    System.arraycopy(digest, 0, bytes, MARK.length, digest.length);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The data of a thought that nobody may read.
  String redacted() {
    return of(REDACTED);
  }

  @Override
  public boolean isGenuine(String thought, String signature) {
    return of(thought).equals(signature);
  }

  @Override
  public boolean isRedacted(String data) {
    return redacted().equals(data);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
