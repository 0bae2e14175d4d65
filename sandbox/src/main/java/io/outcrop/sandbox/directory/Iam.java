package io.outcrop.sandbox.directory;

import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.visit.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// IAM's operations, by name. Lists come in one page.
public final class Iam {
  private Iam() {}

  /// All that are here.
  public static Map<String, Operation> operations(AwsManagedPolicies aws, Issuer issuer) {
    var operations = new LinkedHashMap<String, Operation>();
    Identities.addTo(operations);
    InlinePolicies.addTo(operations);
    AttachedPolicies.addTo(operations, aws);
    ManagedPolicies.addTo(operations, aws);
    AccessKeys.addTo(operations, issuer);
    operations.put("GetAccountAuthorizationDetails", new AuthorizationDetails(aws)::answer);
    return Collections.unmodifiableMap(operations);
  }
}
