package io.outcrop.access.evidence;

import java.util.List;

/// A role that somebody hands to a service of AWS when deploying what calls.
///
/// @param role its ARN
/// @param services the services that it trusts: `lambda.amazonaws.com`
/// @param deployer the policies of whoever deploys
public record Handing(String role, List<String> services, Permissions deployer) {
  public Handing {
    services = List.copyOf(services);
  }
}
