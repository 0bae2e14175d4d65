package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import java.time.Instant;
import java.util.Optional;

/// A session that a user made: of itself (GetSessionToken) or for somebody else
/// (GetFederationToken).
///
/// @param accessKeyId `ASIA…`
/// @param kind for whom
/// @param name the user's name, or that of whom it is for
/// @param ends when its keys stop working
/// @param terms on what terms it was issued
/// @param secret empty in a world whose folder was not made yet
/// @param token empty in a world whose folder was not made yet
public record UserSession(
    String accessKeyId,
    Kind kind,
    String name,
    Instant ends,
    Terms terms,
    Secret secret,
    Secret token)
    implements Session {
  /// For whom a session is.
  public enum Kind {
    /// The user.
    USER,
    /// Somebody whom the user lets in: `arn:aws:sts::111122223333:federated-user/NAME`.
    FEDERATED
  }

  @Override
  public Optional<Instant> expires() {
    return Optional.of(ends);
  }

  /// The same with these secrets.
  public UserSession with(Secret newSecret, Secret newToken) {
    return new UserSession(accessKeyId, kind, name, ends, terms, newSecret, newToken);
  }
}
