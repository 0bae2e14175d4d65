package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Temporary credentials that were issued, under their access key id.
public sealed interface Session permits RoleSession, UserSession {
  /// `ASIA…`.
  String accessKeyId();

  /// The session's name; a user's own session has the user's.
  String name();

  /// When its keys stop working; none where a service renews them all the time.
  Optional<Instant> expires();

  /// On what terms it was issued.
  Terms terms();

  /// The secret access key; empty in a world whose folder was not made yet.
  Secret secret();

  /// The session token; empty in a world whose folder was not made yet.
  Secret token();

  /// Its inline session policies.
  default List<Json.Obj> policies() {
    return terms().policies();
  }

  /// On what terms a session was issued.
  ///
  /// @param policies inline session policies
  /// @param managed ARNs of managed policies that are session policies too
  /// @param tags session tags
  /// @param transitive keys of the tags that sessions made by this one inherit
  /// @param sourceIdentity who stands behind it; empty if nobody said
  /// @param provider the identity provider that vouched for it; empty if none did
  /// @param mfa whether a multi-factor device vouched for it
  /// @param issuedAt when; null for when the world began
  record Terms(
      List<Json.Obj> policies,
      List<String> managed,
      Map<String, String> tags,
      List<String> transitive,
      String sourceIdentity,
      String provider,
      boolean mfa,
      @Nullable Instant issuedAt) {
    public Terms {
      policies = List.copyOf(policies);
      managed = List.copyOf(managed);
      tags = Realm.ordered(tags);
      transitive = List.copyOf(transitive);
    }

    /// Session policies and nothing else.
    public static Terms of(List<Json.Obj> policies) {
      return new Terms(policies, List.of(), Map.of(), List.of(), "", "", false, null);
    }

    /// The same with session policies.
    public Terms withPolicies(List<Json.Obj> inline, List<String> arns) {
      return new Terms(inline, arns, tags, transitive, sourceIdentity, provider, mfa, issuedAt);
    }

    /// When it was issued; none if the world began with it.
    public Optional<Instant> issued() {
      return Optional.ofNullable(issuedAt);
    }

    /// Whether any session policy was passed: then the session may do only what they allow too.
    public boolean isNarrowed() {
      return !policies.isEmpty() || !managed.isEmpty();
    }
  }
}
