package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Verifies Bedrock's API keys. A long-term key is a credential that an account holds. A short-term
/// key is a presigned request to Bedrock without its scheme, in Base64: whoever has it may act as
/// the signer, in the signature's region, for twelve hours or as long as the signer's session
/// lives. Source: aws/aws-bedrock-token-generator-java, and a key made by
/// `@aws/bedrock-token-generator` 1.1.0; Amazon Bedrock User Guide, "API keys", read 2026-11.
final class ApiKeys {
  private static final String LONG_TERM = "ABSK";
  private static final String SHORT_TERM = "bedrock-api-key-";
  private static final String HOST = "bedrock.amazonaws.com";

  /// Stands behind the signature and is not signed.
  private static final String VERSION = "&Version=1";

  private static final Duration LONGEST = Duration.ofHours(12);

  private final Keys keys;
  private final InstantSource clock;
  private final SigningKeys signing;

  ApiKeys(Keys keys, InstantSource clock, SigningKeys signing) {
    this.keys = keys;
    this.clock = clock;
    this.signing = signing;
  }

  /// The API key that came with `request`, if one may come by `door`.
  static Optional<String> of(Request request, Door door) {
    if (!door.takesApiKeys()) {
      return Optional.empty();
    }
    var authorization = request.headers().first("authorization").map(String::strip).orElse("");
    if (authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
      return Optional.of(authorization.substring("Bearer ".length()).strip());
    }
    return authorization.isEmpty() && door.takesKeyHeader()
        ? request.headers().first("x-api-key").map(String::strip)
        : Optional.empty();
  }

  /// Verifies `key`, which came to a host of `hostRegion`; empty if the host names none.
  Verification verify(String key, String hostRegion) {
    if (key.startsWith(LONG_TERM)) {
      return longTerm(key, hostRegion);
    }
    return key.startsWith(SHORT_TERM)
        ? shortTerm(key.substring(SHORT_TERM.length()), hostRegion)
        : new Verification.Refused(Refusals.malformedApiKey());
  }

  private Verification longTerm(String key, String hostRegion) {
    return switch (keys.findApiKey(Secret.of(key))) {
      case Keys.ApiKey.Invalid _ -> unknown();
      case Keys.ApiKey.Expired _ -> new Verification.Refused(Refusals.expiredApiKey());
      case Keys.ApiKey.Active(String id) ->
          new Verification.WithApiKey(new Caller.ApiKey(id, Caller.Term.LONG_TERM), hostRegion);
    };
  }

  private Verification shortTerm(String encoded, String hostRegion) {
    var request = presigned(encoded);
    return request.isPresent()
            && ClaimReader.fromQuery(RawQuery.parse(request.get().query()))
                instanceof ClaimReading.Claimed(Claim claim)
            && isOfBedrock(claim, hostRegion)
        ? byKey(request.get(), claim)
        : unknown();
  }

  private static boolean isOfBedrock(Claim claim, String hostRegion) {
    var scope = claim.scope();
    return scope.service().equals("bedrock")
        && scope.terminator().equals("aws4_request")
        && claim.timeText().startsWith(scope.day())
        && claim.signs("host")
        && claim.validFor().compareTo(LONGEST) <= 0
        && (hostRegion.isEmpty() || hostRegion.equals(scope.region()));
  }

  private Verification byKey(Request request, Claim claim) {
    return switch (keys.find(claim.accessKeyId())) {
      case Keys.Key.Invalid _ -> unknown();
      case Keys.Key.Expired _ -> new Verification.Refused(Refusals.expiredApiKey());
      case Keys.Key.Active(Secret secret, Secret token) -> {
        if (!token.equals(claim.sessionToken()) || !signing.hold(request, claim, secret)) {
          yield unknown();
        }
        yield isAlive(claim)
            ? new Verification.WithApiKey(
                new Caller.ApiKey(claim.accessKeyId(), Caller.Term.SHORT_TERM),
                claim.scope().region())
            : new Verification.Refused(Refusals.expiredApiKey());
      }
    };
  }

  /// Whether the claim's time is not over for whoever signs now, or is now where the keys are.
  private boolean isAlive(Claim claim) {
    var end = claim.time().plus(claim.validFor());
    return !clock.instant().isAfter(end)
        || keys.ownTime()
            .filter(now -> !now.isBefore(claim.time()) && !now.isAfter(end))
            .isPresent();
  }

  /// The request that a short-term key holds, as it was signed.
  private static Optional<Request> presigned(String encoded) {
    var url = decoded(encoded);
    if (!url.startsWith(HOST + "/?Action=CallWithBearerToken&") || !url.endsWith(VERSION)) {
      return Optional.empty();
    }
    var target = url.substring(HOST.length(), url.length() - VERSION.length());
    return Optional.of(
        new Request("POST", target, "", Headers.of(Map.of("host", HOST)), new byte[0]));
  }

  /// Base64 undone; empty for what is none, and for spellings that no encoder makes.
  private static String decoded(String encoded) {
    try {
      var bytes = Base64.getDecoder().decode(encoded);
      var again = Base64.getEncoder().encodeToString(bytes);
      return again.equals(encoded) || again.replace("=", "").equals(encoded)
          ? new String(bytes, StandardCharsets.UTF_8)
          : "";
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static Verification unknown() {
    return new Verification.Refused(Refusals.unknownApiKey());
  }
}
