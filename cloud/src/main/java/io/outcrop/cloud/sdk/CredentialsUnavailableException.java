package io.outcrop.cloud.sdk;

/// Nothing was sent, since there is nothing to sign with. Becomes an answer before it leaves the
/// room.
final class CredentialsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operation;

  CredentialsUnavailableException(String message) {
    super(message);
    this.operation = "";
  }

  CredentialsUnavailableException(String message, Throwable cause) {
    this(message, cause, "");
  }

  /// @param operation the call that should have brought keys
  CredentialsUnavailableException(String message, Throwable cause, String operation) {
    super(message, cause);
    this.operation = operation;
  }

  /// The call that should have brought keys: `sts:AssumeRole`; empty if it is not known.
  String operation() {
    return operation;
  }
}
