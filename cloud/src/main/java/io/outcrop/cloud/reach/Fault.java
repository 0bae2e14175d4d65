package io.outcrop.cloud.reach;

/// What stopped a connection.
public enum Fault {
  /// This machine has no network: nothing can be known of what lies beyond it.
  NO_NETWORK,
  /// The host's name leads nowhere.
  NAME_UNKNOWN,
  /// No way to the address, or the port is closed.
  REFUSED,
  /// Nothing came back while connecting.
  CONNECT_LATE,
  /// The proxy's name leads nowhere, or it cannot be connected to.
  PROXY_UNREACHABLE,
  /// The proxy will not connect.
  PROXY_REFUSES,
  /// The proxy wants a user and a password, or others.
  PROXY_WANTS_PASSWORD,
  /// Nobody whom the client side trusts has signed the host's certificate.
  UNTRUSTED,
  /// The certificate is another host's.
  WRONG_NAME,
  /// The certificate's time is over, or has not come, by this machine's clock.
  OUT_OF_TIME,
  /// The handshake broke off.
  TLS_BROKEN,
  /// What answers in AWS's place is not AWS.
  NOT_AWS,
  /// What answers speaks no HTTP.
  NOT_HTTP,
  /// The connection was closed without an answer.
  CLOSED,
  /// The connection was reset.
  RESET,
  /// Somebody listens and says nothing.
  ANSWER_LATE
}
