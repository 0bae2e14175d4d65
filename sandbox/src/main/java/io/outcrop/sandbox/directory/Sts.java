package io.outcrop.sandbox.directory;

import io.outcrop.sandbox.directory.token.TokenOperations;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.visit.OpenOperation;
import io.outcrop.sandbox.visit.Operation;
import java.util.Map;

/// STS's operations, by name.
public final class Sts {
  private Sts() {}

  /// Those that somebody has to sign.
  public static Map<String, Operation> operations(AwsManagedPolicies aws, Issuer issuer) {
    return TokenOperations.signed(aws, issuer);
  }

  /// Those that nobody signs.
  public static Map<String, OpenOperation> openOperations(AwsManagedPolicies aws, Issuer issuer) {
    return TokenOperations.open(aws, issuer);
  }
}
