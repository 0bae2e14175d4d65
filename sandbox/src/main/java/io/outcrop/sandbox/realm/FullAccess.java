package io.outcrop.sandbox.realm;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Organization.Policy;
import io.outcrop.sandbox.realm.Organization.PolicyType;
import java.util.List;

/// The policies that every organization has. Source: AWS Organizations User Guide, "Service control
/// policies", FullAWSAccess, and "Resource control policies", RCPFullAWSAccess.
public final class FullAccess {
  private FullAccess() {}

  /// The one of this type.
  public static Policy of(PolicyType type) {
    var statement = Json.object().with("Effect", Json.of("Allow"));
    var whom =
        switch (type) {
          case SERVICE_CONTROL_POLICY -> statement;
          case RESOURCE_CONTROL_POLICY -> statement.with("Principal", Json.of("*"));
        };
    var document =
        Json.object()
            .with("Version", Json.of("2012-10-17"))
            .with(
                "Statement",
                Json.array(
                    List.of(whom.with("Action", Json.of("*")).with("Resource", Json.of("*")))));
    return new Policy(
        type.fullAccess(),
        type,
        type.fullAccessName(),
        "Allows access to every operation",
        document);
  }
}
