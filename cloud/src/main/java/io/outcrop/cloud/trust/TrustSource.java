package io.outcrop.cloud.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/// One place that says which certificates are trusted.
///
/// @param name `AWS_CA_BUNDLE`, `ca_bundle`
/// @param place the line of a file that says so: `~/.aws/config:12`; empty for a variable
/// @param file the file that it names; empty where it names none
/// @param problem why nothing can be read there; empty if it can
/// @param readBy the clients that go by it
/// @param addsTo whether a client trusts this beside its own roots; else in their place
/// @param certificates what is trusted
public record TrustSource(
    String name,
    String place,
    String file,
    String problem,
    String readBy,
    boolean addsTo,
    List<X509Certificate> certificates) {
  public TrustSource {
    certificates = List.copyOf(certificates);
  }

  /// Whether its file could be read.
  public boolean isUsable() {
    return problem.isEmpty();
  }

  @Override
  public String toString() {
    return name + (file.isEmpty() ? "" : " `" + file + "`") + (isUsable() ? "" : ": " + problem);
  }
}
