package io.outcrop.sandbox.signature;

import io.outcrop.sandbox.call.Reply.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// AWS's words for signatures that do not hold, by the names that JSON services give them. Sources:
/// IAM User Guide, "Troubleshoot AWS Signature Version 4", and the common errors of the services'
/// API references, read 2026-11.
final class Refusals {
  private Refusals() {}

  /// Nobody signed.
  static Fault missing() {
    return fault(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  /// The key is unknown or inactive, or its session token is not the one that was issued.
  static Fault invalidToken() {
    return fault(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  static Fault expiredToken() {
    return fault(
        403, "ExpiredTokenException", "The security token included in the request is expired");
  }

  static Fault mismatch() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  static Fault expired(Instant signed, Instant now, Duration skew) {
    return invalid(
        "Signature expired: %s is now earlier than %s (%s - %d min.)"
            .formatted(
                BasicTime.format(signed),
                BasicTime.format(now.minus(skew)),
                BasicTime.format(now),
                skew.toMinutes()));
  }

  static Fault notYetCurrent(Instant signed, Instant now, Duration skew) {
    return invalid(
        "Signature not yet current: %s is still later than %s (%s + %d min.)"
            .formatted(
                BasicTime.format(signed),
                BasicTime.format(now.plus(skew)),
                BasicTime.format(now),
                skew.toMinutes()));
  }

  /// What is wrong with the scope, all of it.
  static Fault wrongScope(List<String> sentences) {
    return invalid(String.join("", sentences));
  }

  static String wrongService(String expected) {
    return "Credential should be scoped to correct service: '" + expected + "'. ";
  }

  static String wrongRegion() {
    return "Credential should be scoped to a valid region. ";
  }

  static String wrongTerminator(String found) {
    return "Credential should be scoped with a valid terminator: 'aws4_request', not '%s'. "
        .formatted(found);
  }

  static String wrongDate(String scope, String day, String time) {
    return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
        + " HTTP: '%s' != '%s', from '%s'.".formatted(scope, day, time);
  }

  static Fault hostNotSigned() {
    return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  static Fault credentialParts(String found) {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term, got '%s'.".formatted(found));
  }

  static Fault malformedDate(String found) {
    return incomplete("Date must be in ISO-8601 'basic format'. Got '" + found + "'.");
  }

  /// An algorithm that is not Signature Version 4's own; AWS's regional services take no other.
  static Fault otherAlgorithm(String found) {
    return incomplete(
        "Unsupported AWS 'algorithm': '%s' (only AWS4-HMAC-SHA256 for now). ".formatted(found));
  }

  /// An `Authorization` header that is no list of names and values.
  static Fault withoutEqualSign(String authorization) {
    return incomplete(
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256"
            + " and encoded with Base64): '%s'.".formatted(hashed(authorization)));
  }

  /// What the `Authorization` header lacks.
  static Fault lacking(List<String> sentences, String authorization) {
    return incomplete(
        "%s (Hashed with SHA-256 and encoded with Base64) Authorization=%s"
            .formatted(String.join(" ", sentences), hashed(authorization)));
  }

  /// What the query of a presigned request lacks.
  static Fault lacking(List<String> sentences) {
    return incomplete(String.join(" ", sentences));
  }

  private static String hashed(String authorization) {
    return Base64.getEncoder().encodeToString(Digests.sha256(Digests.utf8(authorization)));
  }

  static Fault malformedApiKey() {
    return fault(
        403, "AccessDeniedException", "Invalid API Key format: Must start with pre-defined prefix");
  }

  static Fault unknownApiKey() {
    return fault(
        403,
        "AccessDeniedException",
        "Authentication failed: Please make sure your API Key is valid.");
  }

  static Fault expiredApiKey() {
    return fault(403, "AccessDeniedException", "Bearer Token has expired");
  }

  /// The refusal as a route of `door` gives it.
  static Fault at(Door door, Fault refusal) {
    return refusal.status() == 403 && door.refusalStatus() != 403
        ? new Fault(door.refusalStatus(), refusal.code(), refusal.message(), true)
        : refusal;
  }

  private static Fault invalid(String message) {
    return fault(403, "InvalidSignatureException", message);
  }

  private static Fault incomplete(String message) {
    return fault(400, "IncompleteSignatureException", message);
  }

  private static Fault fault(int status, String code, String message) {
    return new Fault(status, code, message, true);
  }
}
