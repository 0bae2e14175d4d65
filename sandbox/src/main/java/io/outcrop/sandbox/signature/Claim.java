package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a request says about its own signature.
///
/// @param scope for what its key was derived
/// @param signedHeaders their names in lower case, in the order given
/// @param signature in hexadecimal
/// @param time when it was signed
/// @param timeText the same, as it was written
/// @param sessionToken the token that came along; empty if none did
/// @param validFor how long a presigned request may be used; zero if it is not presigned
record Claim(
    String accessKeyId,
    Scope scope,
    List<String> signedHeaders,
    String signature,
    Instant time,
    String timeText,
    Secret sessionToken,
    Duration validFor) {
  /// For what a signature's key is derived.
  ///
  /// @param day `20261121`
  /// @param terminator the end of the scope
  record Scope(String day, String region, String service, String terminator) {
    @Override
    public String toString() {
      return day + "/" + region + "/" + service + "/" + terminator;
    }
  }

  /// Whether it stood in the query.
  boolean isPresigned() {
    return !validFor.isZero();
  }

  boolean signs(String header) {
    return signedHeaders.contains(header);
  }

  @Override
  public String toString() {
    return "claim of a key for " + scope;
  }
}
