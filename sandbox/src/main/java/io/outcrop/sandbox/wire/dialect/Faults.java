package io.outcrop.sandbox.wire.dialect;

import io.outcrop.json.Json;
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
          Map.entry("UnknownOperationException", "InvalidAction"),
          Map.entry("UnrecognizedClientException", "InvalidClientTokenId"),
          Map.entry("ValidationException", "ValidationError"));

  private Faults() {}

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

  /// What a query service says of `fault`; who did not sign is told in other words than by JSON
  /// services.
  static String queryMessage(Reply.Fault fault) {
    return fault.fromFrontDoor() && fault.code().equals("MissingAuthenticationTokenException")
        ? "Request is missing Authentication Token"
        : fault.message();
  }

  /// The code that EC2 uses for `fault`. Source: EC2 API Reference, "Error codes", read 2026-11.
  static String ec2Code(Reply.Fault fault, ServiceModel model) {
    var code = queryCode(fault, model);
    return switch (code) {
      case "AccessDenied" -> "UnauthorizedOperation";
      case "InvalidClientTokenId", "SignatureDoesNotMatch" -> "AuthFailure";
      case "ValidationError" -> "InvalidParameterValue";
      case "Throttling" -> "RequestLimitExceeded";
      case "InternalFailure" -> "InternalError";
      default -> code;
    };
  }

  /// The header by which JSON and CBOR say the query protocol's code; none where the service never
  /// spoke that protocol.
  static Map<String, String> queryError(Reply.Fault fault, ServiceModel model) {
    return model.isQueryCompatible()
        ? Map.of(
            "x-amzn-query-error",
            queryCode(fault, model) + (status(fault, model) < 500 ? ";Sender" : ";Receiver"))
        : Map.of();
  }

  /// The code with the namespace of who says it: the service's model, or the layer in front of it.
  static String absolute(Reply.Fault fault, ServiceModel model) {
    var isModelled = !fault.fromFrontDoor() && model.errors().containsKey(fault.code());
    return (isModelled ? model.namespace() : "com.amazon.coral.service") + "#" + fault.code();
  }

  /// `body` with the message, if there is one, and what else the error has.
  static Json.Obj withMembers(Json.Obj body, Reply.Fault fault, ServiceModel model) {
    var whole =
        fault.message().isEmpty()
            ? body
            : body.with(messageMember(fault, model), Json.of(fault.message()));
    for (var detail : fault.details().members().entrySet()) {
      whole = whole.with(detail.getKey(), detail.getValue().value());
    }
    return whole;
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
