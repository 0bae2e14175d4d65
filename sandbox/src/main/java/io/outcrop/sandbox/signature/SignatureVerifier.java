package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply.Fault;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Verifies Signature Version 4, in headers or presigned in the query. First the scope and the time
/// are judged, then the key, last the signature itself. Safe for many threads.
public final class SignatureVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final String TERMINATOR = "aws4_request";
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}");
  private static final Pattern WHOLE_PARTITION = Pattern.compile("aws(-[a-z]+)*-global");

  private final Keys keys;
  private final InstantSource clock;

  /// Finds secrets by `keys`; `clock` is the time by which clients sign.
  public SignatureVerifier(Keys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Verifies `request`, which is for the service that signatures call `signingName`.
  public Verification verify(Request request, String signingName) {
    return switch (ClaimReader.read(request)) {
      case ClaimReading.Unsigned _ -> new Verification.Unsigned();
      case ClaimReading.Refused(Fault fault) -> new Verification.Refused(fault);
      case ClaimReading.Claimed(Claim claim) ->
          wrongScope(request, claim, signingName)
              .or(() -> wrongTime(claim))
              .map(fault -> (Verification) new Verification.Refused(fault))
              .orElseGet(() -> byKey(request, claim));
    };
  }

  /// AWS's answer to a request without a signature, where one is needed.
  public static Fault missing() {
    return Refusals.missing();
  }

  private static Optional<Fault> wrongScope(Request request, Claim claim, String signingName) {
    if (!claim.terminator().equals(TERMINATOR)) {
      return Optional.of(Refusals.wrongTerminator(claim.terminator()));
    }
    if (!claim.service().equals(signingName)) {
      return Optional.of(Refusals.wrongService(signingName));
    }
    if (!isRegion(claim.region(), HostRegion.of(request))) {
      return Optional.of(Refusals.wrongRegion());
    }
    var day = claim.timeText().substring(0, 8);
    if (!claim.day().equals(day)) {
      return Optional.of(Refusals.wrongDate(claim.day(), day, claim.timeText()));
    }
    var signed = claim.signedHeaders();
    return signed.contains("host") || signed.contains(":authority")
        ? Optional.empty()
        : Optional.of(Refusals.hostNotSigned());
  }

  /// Whether `region` may be signed for at a host that names `ofHost`, or no region.
  private static boolean isRegion(String region, String ofHost) {
    return WHOLE_PARTITION.matcher(region).matches()
        || (REGION.matcher(region).matches() && (ofHost.isEmpty() || ofHost.equals(region)));
  }

  private Optional<Fault> wrongTime(Claim claim) {
    var now = clock.instant();
    var latest = claim.time().plus(claim.presigned() ? claim.validFor() : SKEW);
    if (now.isAfter(latest)) {
      return Optional.of(
          Refusals.expired(claim.time(), now, claim.presigned() ? claim.validFor() : SKEW));
    }
    return claim.time().isAfter(now.plus(SKEW))
        ? Optional.of(Refusals.notYetCurrent(claim.time(), now, SKEW))
        : Optional.empty();
  }

  private Verification byKey(Request request, Claim claim) {
    return switch (keys.find(claim.accessKeyId())) {
      case Keys.Key.Invalid _ -> new Verification.Refused(Refusals.invalidToken());
      case Keys.Key.Expired _ -> new Verification.Refused(Refusals.expiredToken());
      case Keys.Key.Active(Secret secret, Secret token) -> {
        if (!token.equals(claim.sessionToken())) {
          yield new Verification.Refused(Refusals.invalidToken());
        }
        yield holds(request, claim, secret)
            ? new Verification.Signed(claim.accessKeyId(), region(claim))
            : new Verification.Refused(Refusals.mismatch());
      }
    };
  }

  private static boolean holds(Request request, Claim claim, Secret secret) {
    var bodyHash = Digests.hex(Digests.sha256(request.body()));
    var declared = request.headers().first("x-amz-content-sha256").orElse(bodyHash);
    var given = Digests.utf8(claim.signature());
    var found = false;
    for (var candidate : new CanonicalRequest(request, claim).candidates()) {
      var expected = Digests.utf8(Digests.signature(secret, claim, candidate));
      found |= MessageDigest.isEqual(expected, given);
    }
    return found && declared.toLowerCase(Locale.ROOT).equals(bodyHash);
  }

  private static String region(Claim claim) {
    return switch (claim.region()) {
      case "aws-global" -> "us-east-1";
      case "aws-us-gov-global" -> "us-gov-west-1";
      case "aws-cn-global" -> "cn-north-1";
      default -> claim.region();
    };
  }
}
