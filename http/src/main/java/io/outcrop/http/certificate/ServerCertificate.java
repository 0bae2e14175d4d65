package io.outcrop.http.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What a server shows, and the key that proves it.
///
/// @param key the server's own key
/// @param chain the server's certificate, then its issuer's
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ServerCertificate {
    chain = List.copyOf(chain);
  }

  @Override
  public String toString() {
    return chain.getFirst().getSubjectX500Principal().getName();
  }
}
