package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads what a request says about its signature, from the `Authorization` header or, presigned,
/// from its query.
final class ClaimReader {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int MAX_VALID_SECONDS = 604_800;
  private static final List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");
  private static final List<String> QUERY_PARTS =
      List.of("Credential", "Signature", "SignedHeaders", "Date", "Expires");

  private ClaimReader() {}

  static ClaimReading read(Request request) {
    var authorization = request.headers().first("authorization").map(String::strip).orElse("");
    if (!authorization.isEmpty()) {
      return fromHeader(request, authorization);
    }
    var query = RawQuery.parse(request.query());
    return query.decoded("X-Amz-Algorithm").isPresent()
        ? fromQuery(query)
        : new ClaimReading.Unsigned();
  }

  private static ClaimReading fromHeader(Request request, String authorization) {
    var space = authorization.indexOf(' ');
    var algorithm = space < 0 ? authorization : authorization.substring(0, space);
    var parameters = new HashMap<String, String>();
    for (var part : authorization.substring(algorithm.length()).split(",", -1)) {
      var equals = part.indexOf('=');
      if (equals < 0 && !part.isBlank()) {
        return new ClaimReading.Refused(Refusals.withoutEqualSign(authorization));
      }
      if (equals > 0) {
        parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    var time = request.headers().first("x-amz-date").or(() -> request.headers().first("date"));
    var lacking = new ArrayList<String>();
    for (var part : PARTS) {
      if (parameters.getOrDefault(part, "").isEmpty()) {
        lacking.add("Authorization header requires '" + part + "' parameter.");
      }
    }
    if (time.isEmpty()) {
      lacking.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!lacking.isEmpty()) {
      return new ClaimReading.Refused(Refusals.lacking(lacking, authorization));
    }
    parameters.put("Algorithm", algorithm);
    parameters.put("Date", time.orElseThrow());
    var token = request.headers().first("x-amz-security-token").orElse("");
    return claim(parameters, token, Duration.ZERO);
  }

  /// Reads the claim of a presigned request.
  static ClaimReading fromQuery(RawQuery query) {
    var parameters = new HashMap<String, String>();
    parameters.put("Algorithm", query.decoded("X-Amz-Algorithm").orElse(""));
    var lacking = new ArrayList<String>();
    for (var part : QUERY_PARTS) {
      var value = query.decoded("X-Amz-" + part).orElse("");
      parameters.put(part, value);
      if (value.isEmpty()) {
        lacking.add("AWS query-string parameters must include 'X-Amz-" + part + "'.");
      }
    }
    var seconds = seconds(parameters.getOrDefault("Expires", ""));
    if (seconds.isEmpty() && lacking.isEmpty()) {
      lacking.add("X-Amz-Expires must be a number between 1 and " + MAX_VALID_SECONDS + ".");
    }
    if (!lacking.isEmpty()) {
      return new ClaimReading.Refused(Refusals.lacking(lacking));
    }
    return claim(
        parameters, query.decoded("X-Amz-Security-Token").orElse(""), seconds.orElseThrow());
  }

  private static ClaimReading claim(
      Map<String, String> parameters, String token, Duration validFor) {
    var timeText = parameters.getOrDefault("Date", "");
    var time = BasicTime.parse(timeText);
    if (time.isEmpty()) {
      return new ClaimReading.Refused(Refusals.malformedDate(timeText));
    }
    var algorithm = parameters.getOrDefault("Algorithm", "");
    if (!algorithm.equals(ALGORITHM)) {
      return new ClaimReading.Refused(Refusals.otherAlgorithm(algorithm));
    }
    var credential = parameters.getOrDefault("Credential", "");
    var parts = credential.split("/", -1);
    if (parts.length != 5) {
      return new ClaimReading.Refused(Refusals.credentialParts(credential));
    }
    var signed =
        parameters.getOrDefault("SignedHeaders", "").toLowerCase(Locale.ROOT).split(";", -1);
    return new ClaimReading.Claimed(
        new Claim(
            parts[0],
            new Claim.Scope(parts[1], parts[2], parts[3], parts[4]),
            List.of(signed),
            parameters.getOrDefault("Signature", ""),
            time.get(),
            timeText,
            Secret.of(token),
            validFor));
  }

  private static Optional<Duration> seconds(String text) {
    try {
      var seconds = Integer.parseInt(text);
      return seconds >= 1 && seconds <= MAX_VALID_SECONDS
          ? Optional.of(Duration.ofSeconds(seconds))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
