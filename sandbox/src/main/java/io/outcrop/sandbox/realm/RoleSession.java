package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session of a role, under the access key id that was issued for it.
public final class RoleSession implements Session {
  private final String accessKeyId;
  private final String name;
  private final @Nullable Instant expires;
  private final Terms terms;
  private final Secret secret;
  private final Secret token;

  /// @param accessKeyId `ASIA…`
  /// @param name the session's name
  /// @param expires when its keys stop working; null where a service renews them all the time
  /// @param terms on what terms it was issued
  /// @param secret empty in a world whose folder was not made yet
  /// @param token empty in a world whose folder was not made yet
  public RoleSession(
      String accessKeyId,
      String name,
      @Nullable Instant expires,
      Terms terms,
      Secret secret,
      Secret token) {
    this.accessKeyId = accessKeyId;
    this.name = name;
    this.expires = expires;
    this.terms = terms;
    this.secret = secret;
    this.token = token;
  }

  /// A session with these session policies and no other terms.
  public RoleSession(
      String accessKeyId,
      String name,
      @Nullable Instant expires,
      List<Json.Obj> policies,
      Secret secret,
      Secret token) {
    this(accessKeyId, name, expires, Terms.of(policies), secret, token);
  }

  @Override
  public String accessKeyId() {
    return accessKeyId;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Instant> expires() {
    return Optional.ofNullable(expires);
  }

  @Override
  public Terms terms() {
    return terms;
  }

  @Override
  public Secret secret() {
    return secret;
  }

  @Override
  public Secret token() {
    return token;
  }

  /// The same with these secrets.
  public RoleSession with(Secret newSecret, Secret newToken) {
    return new RoleSession(accessKeyId, name, expires, terms, newSecret, newToken);
  }
}
