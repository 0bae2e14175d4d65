package io.outcrop.sandbox.directory.account;

import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// All operations about an account as a whole.
public final class AccountOperations {
  private AccountOperations() {}

  /// Adds them to `operations`.
  public static void addTo(Map<String, Operation> operations, AwsManagedPolicies aws) {
    AccountAlias.addTo(operations);
    operations.put("GetAccountSummary", AccountSummary::answer);
    operations.put("GetAccountAuthorizationDetails", new AuthorizationDetails(aws)::answer);
    operations.put("ListPoliciesGrantingServiceAccess", new GrantingPolicies(aws)::answer);
  }
}
