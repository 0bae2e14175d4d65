package io.outcrop.http.server;

import io.outcrop.http.certificate.CertificateAuthority;

/// Whether a server also answers to clients that speak TLS.
public sealed interface Tls {
  /// It does not.
  record Off() implements Tls {}

  /// It does, for each name with a certificate of this authority.
  record By(CertificateAuthority authority) implements Tls {}
}
