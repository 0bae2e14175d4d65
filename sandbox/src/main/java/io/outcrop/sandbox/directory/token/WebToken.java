package io.outcrop.sandbox.directory.token;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A JSON Web Token signed with RSA and SHA-256. Source: RFC 7515, RFC 7517, RFC 7519.
///
/// @param header what it says of its signature
/// @param claims what it claims
/// @param signed the text that is signed
/// @param signature over that text, in base 64
record WebToken(Json.Obj header, Json.Obj claims, String signed, String signature) {
  /// The token that `text` is, if it has the form of one.
  static Optional<WebToken> parse(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    var header = object(parts[0]);
    var claims = object(parts[1]);
    return header.isEmpty() || claims.isEmpty() || decode(parts[2]).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WebToken(header.get(), claims.get(), parts[0] + "." + parts[1], parts[2]));
  }

  private static Optional<Json.Obj> object(String part) {
    return decode(part)
        .flatMap(bytes ->
            JsonReader.read(new String(bytes, StandardCharsets.UTF_8))
                    instanceof JsonReading.Read(Json.Obj object)
                ? Optional.of(object)
                : Optional.empty());
  }

  private static Optional<byte[]> decode(String part) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A claim that is a text.
  String claim(String name) {
    return claims.text(name).orElse("");
  }

  /// Whom it is for.
  List<String> audiences() {
    var audience = claims.get("aud").orElse(Json.ofNull());
    return audience instanceof Json.Arr array
        ? array.elements().stream().flatMap(one -> one.asText().stream()).toList()
        : audience.asText().stream().toList();
  }

  /// When it ends, if it says.
  Optional<Instant> ends() {
    return claims
        .get("exp")
        .flatMap(value ->
            value instanceof Json.Num(BigDecimal number, _)
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty());
  }

  /// Whether one of `keys` (a JSON Web Key Set) signed it.
  boolean isSignedBy(String keys) {
    return JsonReader.read(keys) instanceof JsonReading.Read(Json.Obj set)
        && set.list("keys").stream()
            .anyMatch(key -> key instanceof Json.Obj object && isSignedBy(object));
  }

  private boolean isSignedBy(Json.Obj key) {
    var id = header.text("kid");
    if (!header.text("alg").orElse("").equals("RS256")
        || !key.text("kty").orElse("").equals("RSA")
        || (id.isPresent() && key.text("kid").isPresent() && !id.equals(key.text("kid")))) {
      return false;
    }
    try {
      var spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
      var verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
      verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(decode(signature).orElseThrow());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static BigInteger number(Json.Obj key, String name) {
    return new BigInteger(1, decode(key.text(name).orElse("")).orElse(new byte[0]));
  }
}
