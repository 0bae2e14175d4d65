package io.outcrop.iam;

import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;

/// Decides requests as AWS documents it. Stateless and safe for many threads. Source: IAM User
/// Guide, "Policy evaluation logic", "Cross-account policy evaluation logic" and "How AWS
/// enforcement code logic evaluates requests to allow or deny access"; Organizations User Guide,
/// "SCP evaluation"; read 2026-11.
///
/// What only the caller can know is the caller's to say: that service control policies do not reach
/// an account, which manages its organization: `Organization.None`.
public final class Authorizer {
  private Authorizer() {}

  /// Decides `request` under `layers`. Condition keys that follow from the principal need not be
  /// given: `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:username`,
  /// `aws:userid` where the ARN shows it, `aws:PrincipalIsAWSService`, `aws:PrincipalServiceName`.
  public static Decision decide(AuthorizationRequest request, PolicyLayers layers) {
    return prepare(layers).decide(request);
  }

  /// Prepares `layers` for many requests.
  public static PreparedLayers prepare(PolicyLayers layers) {
    return PreparedLayers.of(layers);
  }
}
