package io.outcrop.access.probe;

import io.outcrop.aws.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// The condition keys that a call brings whoever makes it, and those of its principal. Source: IAM
/// User Guide, "AWS global condition context keys", read 2026-11-20.
///
/// @param at when the call is made
/// @param userId the principal's unique id; empty if unknown
/// @param encrypted whether the call goes over TLS
record PrincipalContext(Instant at, String userId, boolean encrypted) {

  /// The keys of `principal`.
  ///
  /// @param arn of the user or role, path included
  /// @param tags those of the user or role
  /// @param organization the id of its account's organization; empty if there is none or nobody
  ///   knows
  Map<String, String> keys(
      Principal principal, String arn, Map<String, String> tags, String organization) {
    var keys = new HashMap<String, String>();
    tags.forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
    if (!organization.isEmpty()) {
      keys.put("aws:PrincipalOrgID", organization);
    }
    keys.put("aws:PrincipalArn", arn);
    keys.put("aws:PrincipalAccount", principal.account());
    keys.put("aws:PrincipalIsAWSService", "false");
    keys.put("aws:ViaAWSService", "false");
    keys.put("aws:SecureTransport", Boolean.toString(encrypted));
    keys.put("aws:CurrentTime", at.truncatedTo(ChronoUnit.SECONDS).toString());
    keys.put("aws:EpochTime", Long.toString(at.getEpochSecond()));
    if (!userId.isEmpty()) {
      keys.put("aws:userid", userId);
    }
    switch (principal) {
      case Principal.IamUser user -> {
        keys.put("aws:PrincipalType", "User");
        keys.put("aws:username", user.name());
      }
      case Principal.RoleSession _, Principal.IamRole _ ->
          keys.put("aws:PrincipalType", "AssumedRole");
      case Principal.RootUser _ -> keys.put("aws:PrincipalType", "Account");
      case Principal.FederatedUser _ -> keys.put("aws:PrincipalType", "FederatedUser");
      case Principal.Service _, Principal.WebIdentity _, Principal.Anonymous _ ->
          keys.put("aws:PrincipalType", "Anonymous");
    }
    return keys;
  }
}
