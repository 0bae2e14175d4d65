package io.outcrop.cli;

import java.util.Map;
import java.util.Set;

/// Which cause a built-in world shows to whoever calls a model in it.
final class ShownCauses {
  /// Worlds whose text says something else than their name. AWS names the tokens of a day where the
  /// quota is zero, and the signature's scope where the region's name is wrong; `healthy` shows
  /// what a caller does wrong.
  private static final Map<String, String> NAMED_OTHERWISE =
      Map.ofEntries(
          Map.entry("throttle-quota-zero-or-low", "throttle-tokens-per-day"),
          Map.entry("region-name-invalid", "signature-wrong-region-scope"),
          Map.entry("function-without-stream", "iam-missing-stream-action"),
          Map.entry("permission-set-without-bedrock", "iam-no-identity-policy-allow"),
          Map.entry("stack-owned-role", "marketplace-permissions"),
          Map.entry("vpce-policy-locked", "vpce-policy-no-allow"),
          Map.entry("seed-a", "iam-no-identity-policy-allow"),
          Map.entry("seed-b", "no-credentials"),
          Map.entry("seed-c", "marketplace-permissions"),
          Map.entry("seed-d", "credentials-invalid"),
          Map.entry("seed-e", "identity-explicit-deny"));

  /// Healthy worlds, and such whose cause no call to a model shows with the world's own keys: it
  /// lies in the client's set-up, in another call, in an API key, or in the connection.
  private static final Set<String> SEEN_ELSEWHERE =
      Set.of(
          "api-key-call-denied",
          "api-key-expired",
          "api-key-invalid",
          "api-key-malformed",
          "application",
          "assume-role-denied",
          "client-read-timeout",
          "clock-skew",
          "config-file-unreadable",
          "connection-closed",
          "connection-reset",
          "container-credentials-failed",
          "credential-process-failed",
          "dns-failure",
          "endpoint-unreachable",
          "env-profile-overrides-keys",
          "guardrail-not-found",
          "iam-apply-guardrail-denied",
          "iam-get-inference-profile-denied",
          "iam-list-models-denied",
          "iam-mantle-action-missing",
          "iam-passrole-denied",
          "imds-unreachable",
          "mantle-model-not-in-region",
          "member-application",
          "mfa-code-rejected",
          "no-credentials",
          "no-region",
          "organization",
          "overloaded",
          "partial-credentials",
          "profile-not-found",
          "proxy-unreachable",
          "rcp-explicit-deny",
          "region-name-invalid",
          "role-application",
          "sso-application",
          "sso-role-not-assigned",
          "sso-token-expired",
          "sso-token-missing",
          "stream-ended-no-events",
          "tls-ca-bundle-missing",
          "vpc-no-route-to-endpoint",
          "web-identity-no-oidc-provider",
          "web-identity-token-missing",
          "web-identity-token-rejected",
          "web-identity-trust-denied");

  private ShownCauses() {}

  static String of(String world) {
    return NAMED_OTHERWISE.getOrDefault(world, world);
  }

  /// Whether something is wrong that a call to a model shows with the world's own keys.
  static boolean isShownByCalls(String world) {
    return !world.equals("healthy") && !SEEN_ELSEWHERE.contains(world);
  }
}
