package io.outcrop.sandbox.visit;

import io.outcrop.sandbox.call.Reply;

/// Refusals that several services share, each in the words and with the status of the service's
/// protocol.
public final class Faults {
  private Faults() {}

  /// Whether `service` speaks the query protocol alone and names its errors without `Exception`.
  public static boolean isQuery(String service) {
    return switch (service) {
      case "iam", "sts", "cloudformation", "ec2" -> true;
      default -> false;
    };
  }

  /// A denial by the authorisation layer.
  public static Reply.Fault accessDenied(String service, String sentence) {
    if (isQuery(service)) {
      return new Reply.Fault(403, "AccessDenied", sentence, true);
    }
    var status = service.startsWith("bedrock") ? 403 : 0;
    return new Reply.Fault(status, "AccessDeniedException", sentence, true);
  }

  /// An error that the service itself says, with the status that its model gives.
  public static Reply.Fault said(String code, String message) {
    return new Reply.Fault(0, code, message, false);
  }

  /// An error that the service itself says.
  public static Reply.Fault said(int status, String code, String message) {
    return new Reply.Fault(status, code, message, false);
  }

  /// Input that the service refuses.
  public static Reply.Fault invalid(String message) {
    return new Reply.Fault(400, "ValidationException", message, false);
  }

  /// A call without a signature.
  public static Reply.Fault unsigned(String service) {
    return new Reply.Fault(
        403,
        isQuery(service) ? "MissingAuthenticationToken" : "MissingAuthenticationTokenException",
        isQuery(service)
            ? "Request is missing Authentication Token"
            : "Missing Authentication Token",
        true);
  }

  /// A key that nobody has, or that is inactive.
  public static Reply.Fault unknownKey(String service) {
    return new Reply.Fault(
        403,
        isQuery(service) ? "InvalidClientTokenId" : "UnrecognizedClientException",
        "The security token included in the request is invalid.",
        true);
  }

  /// An operation that AWS has and this sandbox has not.
  public static Reply.Fault notHere(String service, String operation) {
    var message =
        "operation `%s` of `%s` is not part of this sandbox".formatted(operation, service);
    return isQuery(service)
        ? new Reply.Fault(400, "InvalidAction", message, false)
        : new Reply.Fault(404, "UnknownOperationException", message, false);
  }
}
