package io.outcrop.sandbox.directory.simulation;

import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// AWS's policy simulator, by the IAM engine that decides everything else too.
public final class SimulationOperations {
  private SimulationOperations() {}

  /// Adds its operations to `operations`.
  public static void addTo(Map<String, Operation> operations, AwsManagedPolicies aws) {
    var sources = new Sources(aws);
    operations.put("SimulateCustomPolicy", new Simulator(sources)::custom);
    operations.put("SimulatePrincipalPolicy", new Simulator(sources)::principal);
    var keys = new ContextKeys(sources);
    operations.put("GetContextKeysForCustomPolicy", keys::custom);
    operations.put("GetContextKeysForPrincipalPolicy", keys::principal);
  }
}
