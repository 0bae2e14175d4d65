package io.outcrop.sandbox.directory.account;

import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.trace.LastUse;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// All operations about an account as a whole.
public final class AccountOperations {
  private AccountOperations() {}

  /// Adds them to `operations`.
  ///
  /// @param lastUse when roles were used last
  public static void addTo(
      Map<String, Operation> operations, AwsManagedPolicies aws, LastUse lastUse) {
    AccountAlias.addTo(operations);
    operations.put("GetAccountSummary", AccountSummary::answer);
    operations.put(
        "GetAccountAuthorizationDetails", new AuthorizationDetails(aws, lastUse)::answer);
    operations.put("ListPoliciesGrantingServiceAccess", new GrantingPolicies(aws)::answer);
  }
}
