package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.call.Reply.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/// Verifies Signature Version 4, in headers or presigned in the query, and API keys of Bedrock.
/// What a signature says is judged in the order in which AWS does, as others saw it: time, host,
/// scope, key, session token, last the signature itself. Safe for many threads.
public final class SignatureVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final String TERMINATOR = "aws4_request";
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}");
  private static final Pattern WHOLE_PARTITION = Pattern.compile("aws(-[a-z]+)*-global");

  private final Keys keys;
  private final InstantSource clock;
  private final SigningKeys signing = new SigningKeys();
  private final ApiKeys apiKeys;

  /// Finds secrets by `keys`; `clock` is the time by which clients sign.
  public SignatureVerifier(Keys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
    this.apiKeys = new ApiKeys(keys, clock, signing);
  }

  /// Verifies `request`, which is for the service that signatures call `signingName`.
  public Verification verify(Request request, String signingName) {
    var door = Door.of(request, signingName);
    var key = ApiKeys.of(request, door);
    var verification =
        key.isPresent()
            ? apiKeys.verify(key.get(), HostRegion.of(request))
            : bySignature(request, signingName);
    return verification instanceof Verification.Refused(Fault fault)
        ? new Verification.Refused(Refusals.at(door, fault))
        : verification;
  }

  /// AWS's answer to a request without a signature, where one is needed.
  public static Fault missing(Request request, String signingName) {
    return Refusals.at(Door.of(request, signingName), Refusals.missing());
  }

  private Verification bySignature(Request request, String signingName) {
    return switch (ClaimReader.read(request)) {
      case ClaimReading.Unsigned _ -> new Verification.Unsigned();
      case ClaimReading.Refused(Fault fault) -> new Verification.Refused(fault);
      case ClaimReading.Claimed(Claim claim) ->
          wrongTime(claim)
              .or(() -> wrongScope(request, claim, signingName))
              .map(fault -> (Verification) new Verification.Refused(fault))
              .orElseGet(() -> byKey(request, claim));
    };
  }

  private Optional<Fault> wrongTime(Claim claim) {
    var now = clock.instant();
    var lives = claim.isPresigned() ? claim.validFor() : SKEW;
    if (now.isAfter(claim.time().plus(lives))) {
      return Optional.of(Refusals.expired(claim.time(), now, lives));
    }
    return claim.time().isAfter(now.plus(SKEW))
        ? Optional.of(Refusals.notYetCurrent(claim.time(), now, SKEW))
        : Optional.empty();
  }

  private static Optional<Fault> wrongScope(Request request, Claim claim, String signingName) {
    if (!claim.signs("host") && !claim.signs(":authority")) {
      return Optional.of(Refusals.hostNotSigned());
    }
    var scope = claim.scope();
    var sentences = new ArrayList<String>();
    if (!isRegion(scope.region(), HostRegion.of(request))) {
      sentences.add(Refusals.wrongRegion());
    }
    if (!scope.service().equals(signingName)) {
      sentences.add(Refusals.wrongService(signingName));
    }
    if (!scope.terminator().equals(TERMINATOR)) {
      sentences.add(Refusals.wrongTerminator(scope.terminator()));
    }
    var day = claim.timeText().substring(0, 8);
    if (!scope.day().equals(day)) {
      sentences.add(Refusals.wrongDate(scope.day(), day, claim.timeText()));
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(Refusals.wrongScope(sentences));
  }

  /// Whether `region` may be signed for at a host that names `ofHost`, or no region.
  private static boolean isRegion(String region, String ofHost) {
    return (!ofHost.isEmpty() && ofHost.equals(region))
        || WHOLE_PARTITION.matcher(region).matches()
        || (ofHost.isEmpty() && REGION.matcher(region).matches());
  }

  private Verification byKey(Request request, Claim claim) {
    return switch (keys.find(claim.accessKeyId())) {
      case Keys.Key.Invalid _ -> new Verification.Refused(Refusals.invalidToken());
      case Keys.Key.Expired _ -> new Verification.Refused(Refusals.expiredToken());
      case Keys.Key.Active(Secret secret, Secret token) -> {
        if (!token.equals(claim.sessionToken())) {
          yield new Verification.Refused(Refusals.invalidToken());
        }
        yield signing.hold(request, claim, secret)
            ? new Verification.Signed(claim.accessKeyId(), region(claim.scope()))
            : new Verification.Refused(Refusals.mismatch());
      }
    };
  }

  private static String region(Claim.Scope scope) {
    return switch (scope.region()) {
      case "aws-global" -> "us-east-1";
      case "aws-us-gov-global" -> "us-gov-west-1";
      case "aws-cn-global" -> "cn-north-1";
      default -> scope.region();
    };
  }
}
