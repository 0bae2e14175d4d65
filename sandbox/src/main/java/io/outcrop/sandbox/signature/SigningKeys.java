package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Request;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Derives the keys that signatures are made with. A key is good for one day, region and service;
/// it is kept, since a client makes many calls with it. Safe for many threads.
final class SigningKeys {
  /// How many are kept; when there are more, all are forgotten and derived anew.
  private static final int MOST = 4096;

  private final Map<Derivation, byte[]> derived = new ConcurrentHashMap<>();

  private record Derivation(Secret secret, Claim.Scope scope) {}

  /// Whether `claim`'s signature of `request` is one by `secret`. A hash of the body that the
  /// request declares has to be the body's own: `UNSIGNED-PAYLOAD` and chunked signatures are for
  /// services that ask for them, which none of these do.
  boolean hold(Request request, Claim claim, Secret secret) {
    var bodyHash = Digests.hex(Digests.sha256(request.body()));
    var declared = request.headers().first("x-amz-content-sha256").orElse(bodyHash);
    if (!declared.equalsIgnoreCase(bodyHash)) {
      return false;
    }
    var canonical = new CanonicalRequest(request, claim, bodyHash);
    var given = Digests.utf8(claim.signature());
    for (var host : canonical.hosts()) {
      var expected = Digests.utf8(signature(secret, claim, canonical.text(host)));
      if (MessageDigest.isEqual(expected, given)) {
        return true;
      }
    }
    return false;
  }

  /// The signature of `canonicalRequest` under `claim`'s scope, in hexadecimal.
  private String signature(Secret secret, Claim claim, String canonicalRequest) {
    var hash = Digests.hex(Digests.sha256(Digests.utf8(canonicalRequest)));
    var toSign = "AWS4-HMAC-SHA256\n" + claim.timeText() + "\n" + claim.scope() + "\n" + hash;
    return Digests.hex(Digests.hmac(key(new Derivation(secret, claim.scope())), toSign));
  }

  private byte[] key(Derivation derivation) {
    var known = derived.get(derivation);
    if (known != null) {
      return known;
    }
    if (derived.size() >= MOST) {
      derived.clear();
    }
    var key = derive(derivation);
    derived.put(derivation, key);
    return key;
  }

  private static byte[] derive(Derivation derivation) {
    var scope = derivation.scope();
    var key = Digests.utf8("AWS4" + derivation.secret().reveal());
    key = Digests.hmac(key, scope.day());
    key = Digests.hmac(key, scope.region());
    key = Digests.hmac(key, scope.service());
    return Digests.hmac(key, scope.terminator());
  }
}
