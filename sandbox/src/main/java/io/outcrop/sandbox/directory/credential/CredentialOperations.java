package io.outcrop.sandbox.directory.credential;

import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// All operations about credentials.
public final class CredentialOperations {
  private CredentialOperations() {}

  /// Adds them to `operations`.
  ///
  /// @param lastUse when keys were used last
  public static void addTo(Map<String, Operation> operations, Issuer issuer, LastUse lastUse) {
    new AccessKeys(issuer, lastUse).addTo(operations);
    new ServiceCredentials(issuer).addTo(operations);
    new LoginProfiles().addTo(operations);
    new MfaDevices(issuer).addTo(operations);
    new Certificates().addTo(operations);
    new PasswordPolicy().addTo(operations);
    new IdentityProviders().addTo(operations);
    new CredentialReports(lastUse).addTo(operations);
  }
}
