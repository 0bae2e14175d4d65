package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session of a role, under the access key id that was issued for it.
public final class RoleSession {
  private final String accessKeyId;
  private final String name;
  private final @Nullable Instant expires;
  private final List<Json.Obj> policies;
  private final Secret secret;
  private final Secret token;

  /// @param accessKeyId `ASIA…`
  /// @param name the session's name
  /// @param expires when its keys stop working; null where a service renews them all the time
  /// @param policies session policies
  /// @param secret empty in a world whose folder was not made yet
  /// @param token empty in a world whose folder was not made yet
  public RoleSession(
      String accessKeyId,
      String name,
      @Nullable Instant expires,
      List<Json.Obj> policies,
      Secret secret,
      Secret token) {
    this.accessKeyId = accessKeyId;
    this.name = name;
    this.expires = expires;
    this.policies = List.copyOf(policies);
    this.secret = secret;
    this.token = token;
  }

  /// `ASIA…`.
  public String accessKeyId() {
    return accessKeyId;
  }

  /// The session's name.
  public String name() {
    return name;
  }

  /// When its keys stop working; none where a service renews them all the time.
  public Optional<Instant> expires() {
    return Optional.ofNullable(expires);
  }

  /// Its session policies; none means that it may do what the role may do.
  public List<Json.Obj> policies() {
    return policies;
  }

  /// The secret access key.
  public Secret secret() {
    return secret;
  }

  /// The session token.
  public Secret token() {
    return token;
  }

  /// The same with these secrets.
  public RoleSession with(Secret newSecret, Secret newToken) {
    return new RoleSession(accessKeyId, name, expires, policies, newSecret, newToken);
  }
}
