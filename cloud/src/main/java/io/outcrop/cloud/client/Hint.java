package io.outcrop.cloud.client;

/// Something about the client side that is no failure by itself and explains one.
///
/// @param kind what it is
/// @param text in words, for a person; never holds a secret
public record Hint(Kind kind, String text) {
  /// What a hint is about.
  public enum Kind {
    /// Only `AWS_DEFAULT_REGION` is set, which Java and JavaScript do not read.
    ONLY_DEFAULT_REGION,
    /// Only `AWS_REGION` is set, which boto3 does not read.
    ONLY_AWS_REGION,
    /// `AWS_REGION` and `AWS_DEFAULT_REGION` differ.
    REGIONS_DIFFER,
    /// A key id without its secret, or the reverse.
    HALF_KEYS,
    /// White space in a value that cannot have any.
    STRAY_SPACE,
    /// A temporary key without its session token.
    TEMPORARY_WITHOUT_TOKEN,
    /// A session token beside a long-term key.
    TOKEN_WITH_LONG_TERM_KEY,
    /// A Bedrock API key wins over other credentials.
    API_KEY_SHADOWS,
    /// A Bedrock API key that does not look like one.
    API_KEY_SHAPE,
    /// Keys in the environment and a named profile: clients disagree on which wins.
    PROFILE_BESIDE_KEYS,
    /// A variable of `.env` has no effect, since the environment sets it to something else.
    ENV_FILE_SHADOWED,
    /// The whole `.env` is ignored.
    ENV_FILE_IGNORED,
    /// An AWS file cannot be read.
    FILE_UNREADABLE,
    /// An endpoint for one service alone, which other clients follow and Outcrop does not.
    SERVICE_ENDPOINT
  }
}
