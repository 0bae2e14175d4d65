package io.outcrop.sandbox.fault;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Fault;
import io.outcrop.sandbox.visit.Faults;

/// AWS's words for calls that fail. Sources: Amazon Bedrock API Reference, "Common Error Types" and
/// the errors of "InvokeModel"; IAM API Reference, "Common Errors"; read 2026-11. The sentences of
/// Bedrock as seen by others. What a service alone says is in [ServiceWords].
final class Refusals {
  private Refusals() {}

  static Reply.Fault of(String service, Fault fault) {
    var own = fault.course().error();
    var usual =
        ServiceWords.SHIPPED
            .of(service, fault.kind())
            .orElseGet(
                () -> Faults.isQuery(service) ? query(fault.kind()) : json(service, fault.kind()));
    return Faults.said(
        own.status() == 0 ? usual.status() : own.status(),
        own.code().isEmpty() ? usual.code() : own.code(),
        own.message().isEmpty() ? usual.message() : own.message());
  }

  private static Fault.Words json(String service, Fault.Kind kind) {
    return switch (kind) {
      case THROTTLE ->
          service.startsWith("bedrock")
              ? new Fault.Words(
                  429, "ThrottlingException", "Too many requests, please wait before trying again.")
              : new Fault.Words(400, "ThrottlingException", "Rate exceeded");
      case UNAVAILABLE ->
          new Fault.Words(
              503,
              "ServiceUnavailableException",
              "The service is currently unavailable. Try again later.");
      case MODEL_ERROR ->
          new Fault.Words(
              424,
              "ModelErrorException",
              "The system encountered an error while processing the model's response.");
      case MODEL_NOT_READY ->
          new Fault.Words(
              429,
              "ModelNotReadyException",
              "Model is not ready for inference. Wait and try your request again.");
      case MODEL_TIMEOUT ->
          new Fault.Words(
              408,
              "ModelTimeoutException",
              "Model has timed out in processing the request. Try your request again.");
      default -> internal("InternalServerException");
    };
  }

  private static Fault.Words query(Fault.Kind kind) {
    return switch (kind) {
      case THROTTLE -> new Fault.Words(400, "Throttling", "Rate exceeded");
      case UNAVAILABLE ->
          new Fault.Words(
              503,
              "ServiceUnavailable",
              "The request has failed due to a temporary failure of the server.");
      default -> internal("InternalFailure");
    };
  }

  private static Fault.Words internal(String code) {
    return new Fault.Words(
        500,
        code,
        "The system encountered an unexpected error during processing. Try your request again.");
  }
}
