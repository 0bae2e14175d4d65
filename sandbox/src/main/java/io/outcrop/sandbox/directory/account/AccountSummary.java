package io.outcrop.sandbox.directory.account;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.TreeMap;

/// How much of everything is in an account, and how much there may be.
final class AccountSummary {
  private static final Map<String, String> QUOTAS =
      Map.ofEntries(
          Map.entry("UsersQuota", "UsersPerAccount"),
          Map.entry("GroupsQuota", "GroupsPerAccount"),
          Map.entry("RolesQuota", "RolesPerAccount"),
          Map.entry("PoliciesQuota", "PoliciesPerAccount"),
          Map.entry("InstanceProfilesQuota", "InstanceProfilesPerAccount"),
          Map.entry("ServerCertificatesQuota", "ServerCertificatesPerAccount"),
          Map.entry("GroupsPerUserQuota", "GroupsPerUser"),
          Map.entry("AccessKeysPerUserQuota", "AccessKeysPerUser"),
          Map.entry("SigningCertificatesPerUserQuota", "SigningCertificatesPerUser"),
          Map.entry("AttachedPoliciesPerUserQuota", "PoliciesPerUser"),
          Map.entry("AttachedPoliciesPerGroupQuota", "PoliciesPerGroup"),
          Map.entry("AttachedPoliciesPerRoleQuota", "PoliciesPerRole"),
          Map.entry("VersionsPerPolicyQuota", "VersionsPerPolicy"),
          Map.entry("PolicyVersionsInUseQuota", "PolicyVersionsInUse"),
          Map.entry("PolicySizeQuota", "PolicySize"),
          Map.entry("UserPolicySizeQuota", "UserPolicySize"),
          Map.entry("GroupPolicySizeQuota", "GroupPolicySize"),
          Map.entry("RolePolicySizeQuota", "RolePolicySize"),
          Map.entry("AssumeRolePolicySizeQuota", "ACLSizePerRole"));

  private AccountSummary() {}

  static Reply answer(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var summary = new TreeMap<String, Json>();
    QUOTAS.forEach((name, quota) -> summary.put(name, Json.of(Quotas.of(quota))));
    counts(visit).forEach((name, count) -> summary.put(name, Json.of(count)));
    return Output.reply("SummaryMap", Json.object(summary));
  }

  private static Map<String, Integer> counts(Visit visit) {
    var account = visit.account();
    var directory = account.directory();
    var counts = new TreeMap<String, Integer>();
    counts.put("Users", account.all(Identity.Kind.USER).size());
    counts.put("Groups", account.all(Identity.Kind.GROUP).size());
    counts.put("Roles", account.all(Identity.Kind.ROLE).size());
    counts.put("Policies", account.policies().size());
    counts.put(
        "PolicyVersionsInUse",
        account.policies().values().stream().mapToInt(one -> one.versions().size()).sum());
    counts.put("InstanceProfiles", directory.profiles().size());
    counts.put("Providers", directory.providers().size());
    counts.put("MFADevices", directory.devices().size());
    counts.put(
        "MFADevicesInUse",
        account.all(Identity.Kind.USER).stream()
            .mapToInt(user -> user instanceof Identity.User one ? one.signIn().mfa().size() : 0)
            .sum());
    counts.put("ServerCertificates", 0);
    counts.put("AccountMFAEnabled", 0);
    counts.put("AccountAccessKeysPresent", account.root().keys().isEmpty() ? 0 : 1);
    counts.put("AccountPasswordPresent", 0);
    counts.put("AccountSigningCertificatesPresent", 0);
    counts.put("GlobalEndpointTokenVersion", 1);
    return counts;
  }
}
