package io.outcrop.cloud.key;

/// Something about an access key that AWS will refuse, or probably.
///
/// @param kind what it is
/// @param text in words, as the end of “key AKIA…MPLE …”; never holds a part of a secret
public record KeyFlaw(Kind kind, String text) {
  /// What can be wrong with an access key.
  public enum Kind {
    /// A placeholder that nobody replaced.
    PLACEHOLDER,
    /// The secret stands in the id's place and the id in the secret's.
    SWAPPED,
    /// White space, quotes or invisible characters in the id.
    STRAY_IN_ID,
    /// The same in the secret.
    STRAY_IN_SECRET,
    /// The same in the session token.
    STRAY_IN_TOKEN,
    /// The id is one of a role, a user or something else that has no secret.
    ID_OF_NO_KEY,
    /// An id that does not begin as ids do.
    ID_SHAPE,
    /// The secret is longer or shorter than secrets are.
    SECRET_LENGTH,
    /// A temporary key without its session token.
    TOKEN_MISSING,
    /// A session token beside a long-term key.
    TOKEN_TOO_MUCH
  }
}
