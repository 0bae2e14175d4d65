package io.outcrop.sandbox.wire.dialect;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;
import java.util.Optional;

/// What the dialects know of errors in common.
final class Faults {
  /// The names that query services give to the errors of the layers in front of every service.
  /// Source: IAM API Reference, "Common errors", read 2026-11.
  private static final Map<String, String> QUERY_CODES =
      Map.ofEntries(
          Map.entry("AccessDeniedException", "AccessDenied"),
          Map.entry("ExpiredTokenException", "ExpiredToken"),
          Map.entry("IncompleteSignatureException", "IncompleteSignature"),
          Map.entry("InternalServerException", "InternalFailure"),
          Map.entry("InvalidSignatureException", "SignatureDoesNotMatch"),
          Map.entry("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
          Map.entry("SerializationException", "MalformedInput"),
          Map.entry("ServiceUnavailableException", "ServiceUnavailable"),
          Map.entry("ThrottlingException", "Throttling"),
          Map.entry("UnrecognizedClientException", "InvalidClientTokenId"),
          Map.entry("ValidationException", "ValidationError"));

  private Faults() {}

  static Reply.Fault validation(String message) {
    return new Reply.Fault(400, "ValidationException", message, false);
  }

  static Reply.Fault serialization(String message) {
    return new Reply.Fault(400, "SerializationException", message, false);
  }

  /// The status that was given, else the model's, else 400.
  static int status(Reply.Fault fault, ServiceModel model) {
    if (fault.status() != 0) {
      return fault.status();
    }
    var modelled = model.errors().get(fault.code());
    if (modelled != null) {
      return modelled.status();
    }
    return model.errors().values().stream()
        .filter(error -> error.queryCode().equals(fault.code()))
        .findFirst()
        .map(error -> error.status())
        .orElseGet(() -> usualStatus(fault.code()));
  }

  /// The code that a query service uses for `fault`; one that is such a code already stays.
  static String queryCode(Reply.Fault fault, ServiceModel model) {
    var common = Optional.ofNullable(QUERY_CODES.get(fault.code()));
    var modelled = Optional.ofNullable(model.errors().get(fault.code())).map(e -> e.queryCode());
    return (fault.fromFrontDoor() ? common.or(() -> modelled) : modelled.or(() -> common))
        .orElse(fault.code());
  }

  /// How `fault` spells the member of its message.
  static String messageMember(Reply.Fault fault, ServiceModel model) {
    var modelled = model.errors().get(fault.code());
    return fault.fromFrontDoor()
        ? "Message"
        : modelled == null ? "message" : modelled.messageMember();
  }

  private static int usualStatus(String code) {
    return switch (code) {
      case "AccessDenied", "AccessDeniedException" -> 403;
      case "InternalFailure", "InternalServerException", "ServiceFailure" -> 500;
      case "ServiceUnavailable", "ServiceUnavailableException" -> 503;
      default -> 400;
    };
  }
}
