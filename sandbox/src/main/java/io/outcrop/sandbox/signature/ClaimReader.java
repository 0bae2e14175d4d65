package io.outcrop.sandbox.signature;

import io.outcrop.aws.Secret;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  private ClaimReader() {}

  static ClaimReading read(Request request) {
    var authorization = request.headers().first("authorization").map(String::strip).orElse("");
    if (!authorization.isEmpty()) {
      return authorization.startsWith("Bearer ")
          ? new ClaimReading.Refused(apiKey(authorization.substring("Bearer ".length()).strip()))
          : fromHeader(request, authorization);
    }
    var query = RawQuery.parse(request.query());
    return query.decoded("X-Amz-Algorithm").isPresent()
        ? fromQuery(query)
        : new ClaimReading.Unsigned();
  }

  /// No key store exists: no API key is a valid one.
  private static Reply.Fault apiKey(String key) {
    return key.startsWith("ABSK") || key.startsWith("bedrock-api-key-")
        ? Refusals.unknownApiKey()
        : Refusals.malformedApiKey();
  }

  private static ClaimReading fromHeader(Request request, String authorization) {
    var parameters =
        authorization.startsWith(ALGORITHM)
            ? parameters(authorization.substring(ALGORITHM.length()))
            : Map.<String, String>of();
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
      return new ClaimReading.Refused(Refusals.lacking(lacking));
    }
    var token = request.headers().first("x-amz-security-token").orElse("");
    return claim(parameters, time.orElseThrow(), token, Optional.empty());
  }

  private static ClaimReading fromQuery(RawQuery query) {
    var parameters = new HashMap<String, String>();
    var lacking = new ArrayList<String>();
    for (var part : List.of("Credential", "Signature", "SignedHeaders", "Date", "Expires")) {
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
        parameters,
        parameters.getOrDefault("Date", ""),
        query.decoded("X-Amz-Security-Token").orElse(""),
        seconds);
  }

  private static ClaimReading claim(
      Map<String, String> parameters, String timeText, String token, Optional<Duration> validFor) {
    var credential = parameters.getOrDefault("Credential", "");
    var parts = credential.split("/", -1);
    if (parts.length != 5) {
      return new ClaimReading.Refused(Refusals.credentialParts(credential));
    }
    Optional<Instant> time = BasicTime.parse(timeText);
    if (time.isEmpty()) {
      return new ClaimReading.Refused(Refusals.malformedDate(timeText));
    }
    var signed =
        parameters.getOrDefault("SignedHeaders", "").toLowerCase(Locale.ROOT).split(";", -1);
    return new ClaimReading.Claimed(
        new Claim(
            parts[0],
            parts[1],
            parts[2],
            parts[3],
            parts[4],
            List.copyOf(Arrays.asList(signed)),
            parameters.getOrDefault("Signature", ""),
            time.get(),
            timeText,
            Secret.of(token),
            validFor.isPresent(),
            validFor.orElse(Duration.ZERO)));
  }

  private static Map<String, String> parameters(String text) {
    var result = new HashMap<String, String>();
    for (var part : text.split(",", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        result.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return result;
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
