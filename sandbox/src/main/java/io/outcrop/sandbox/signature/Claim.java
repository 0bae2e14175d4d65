package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a request says about its own signature.
///
/// @param day the day in the credential's scope, `20261121`
/// @param terminator the end of the scope
/// @param signedHeaders their names in lower case, in the order given
/// @param signature in hexadecimal
/// @param time when it was signed
/// @param timeText the same, as it was written
/// @param sessionToken the token that came along; empty if none did
/// @param presigned whether all this stood in the query
/// @param validFor how long a presigned request may be used; zero otherwise
record Claim(
    String accessKeyId,
    String day,
    String region,
    String service,
    String terminator,
    List<String> signedHeaders,
    String signature,
    Instant time,
    String timeText,
    Secret sessionToken,
    boolean presigned,
    Duration validFor) {
  @Override
  public String toString() {
    return "claim of a key for " + region + "/" + service;
  }

  /// The scope that the signature's key was derived for.
  String scope() {
    return String.join("/", day, region, service, terminator);
  }
}
