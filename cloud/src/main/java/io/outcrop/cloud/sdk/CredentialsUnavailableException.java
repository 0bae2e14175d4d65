package io.outcrop.cloud.sdk;

/// Nothing was sent, since there is nothing to sign with. Becomes an answer before it leaves the
/// room.
final class CredentialsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CredentialsUnavailableException(String message) {
    super(message);
  }

  CredentialsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
