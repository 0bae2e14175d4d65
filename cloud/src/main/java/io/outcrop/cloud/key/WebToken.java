package io.outcrop.cloud.key;

import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a web identity token (a JWT) says about itself. Its signature is not checked. Source: RFC
/// 7519.
///
/// @param until its `exp`; none if it says none
/// @param audiences its `aud`
public record WebToken(Optional<Instant> until, List<String> audiences) {
  public WebToken {
    audiences = List.copyOf(audiences);
  }

  /// Reads `text`; empty if it is no JWT.
  public static Optional<WebToken> of(String text) {
    var parts = text.strip().split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return JsonReader.read(payload) instanceof JsonReading.Read(Json.Obj claims)
          ? Optional.of(new WebToken(until(claims), audiences(claims)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> until(Json.Obj claims) {
    try {
      return claims
          .get("exp")
          .filter(Json.Num.class::isInstance)
          .map(Json.Num.class::cast)
          .map(seconds -> Instant.ofEpochSecond(seconds.value().longValue()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static List<String> audiences(Json.Obj claims) {
    var one = claims.text("aud");
    return one.isPresent()
        ? List.of(one.get())
        : claims.list("aud").stream().flatMap(each -> each.asText().stream()).toList();
  }
}
