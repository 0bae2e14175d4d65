package io.outcrop.sandbox.directory;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.account.AccountOperations;
import io.outcrop.sandbox.directory.credential.CredentialOperations;
import io.outcrop.sandbox.directory.identity.IdentityOperations;
import io.outcrop.sandbox.directory.policy.PolicyOperations;
import io.outcrop.sandbox.directory.simulation.SimulationOperations;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.realm.UserSession;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// IAM's operations, by name.
public final class Iam {
  private Iam() {}

  /// All that are here.
  ///
  /// @param lastUse when keys and roles were used last
  public static Map<String, Operation> operations(
      AwsManagedPolicies aws, Issuer issuer, LastUse lastUse) {
    var operations = new LinkedHashMap<String, Operation>();
    IdentityOperations.addTo(operations, aws, issuer, lastUse);
    PolicyOperations.addTo(operations, aws, issuer);
    CredentialOperations.addTo(operations, issuer, lastUse);
    AccountOperations.addTo(operations, aws, lastUse);
    SimulationOperations.addTo(operations, aws);
    operations.replaceAll((_, operation) -> visit -> open(visit, operation));
    return Collections.unmodifiableMap(operations);
  }

  /// IAM does not know sessions that users made without a multi-factor device. Source: AWS STS API
  /// Reference, "GetSessionToken" and "GetFederationToken", read 2026-11.
  private static Reply open(Visit visit, Operation operation) {
    var isUnknown =
        visit.visitor().session().stream()
            .anyMatch(session ->
                session instanceof UserSession own
                    && (own.kind() == UserSession.Kind.FEDERATED || !own.terms().mfa()));
    return isUnknown ? Faults.unknownKey("iam") : operation.answer(visit);
  }
}
