package io.outcrop.cloud.inspection;

import java.util.List;

/// Something about the client side that is no failure by itself and explains one.
///
/// @param kind what it is
/// @param text in words, for a person; never holds a secret
/// @param place where it stands: `.env:3`, `~/.aws/config:12`, `environment`; empty if nowhere
/// @param help what to do about it: commands, and lines to edit as comments; may be empty
public record Hint(Kind kind, String text, String place, List<String> help) {
  public Hint {
    help = List.copyOf(help);
  }

  /// One that stands nowhere in particular and that nothing has to be done about.
  public Hint(Kind kind, String text) {
    this(kind, text, "", List.of());
  }

  /// What a hint is about.
  public enum Kind {
    /// Only `AWS_DEFAULT_REGION` is set, which Java and JavaScript do not read.
    ONLY_DEFAULT_REGION,
    /// Only `AWS_REGION` is set, which boto3 does not read.
    ONLY_AWS_REGION,
    /// `AWS_REGION` and `AWS_DEFAULT_REGION` differ.
    REGIONS_DIFFER,
    /// The region is none that AWS has.
    REGION_UNKNOWN,
    /// FIPS endpoints are asked for.
    FIPS,
    /// Endpoints with IPv6 are asked for.
    DUAL_STACK,
    /// A key id without its secret, or the reverse.
    HALF_KEYS,
    /// White space, quotes or invisible characters in a setting that is no key.
    STRAY_SPACE,
    /// The same in a key's id or its session token.
    STRAY_IN_KEY,
    /// The same in a secret.
    STRAY_IN_SECRET,
    /// A placeholder that nobody replaced.
    PLACEHOLDER,
    /// The secret stands in the id's place.
    KEYS_SWAPPED,
    /// An id that is none of a key.
    ID_OF_NO_KEY,
    /// A secret of another length than secrets have.
    SECRET_LENGTH,
    /// A temporary key without its session token.
    TEMPORARY_WITHOUT_TOKEN,
    /// A session token beside a long-term key.
    TOKEN_WITH_LONG_TERM_KEY,
    /// Keys whose stated end is over.
    KEYS_ENDED,
    /// `AWS_SECURITY_TOKEN`, which boto3 alone reads, and first.
    OLD_TOKEN,
    /// A Bedrock API key wins over other credentials.
    API_KEY_SHADOWS,
    /// A Bedrock API key that does not look like one.
    API_KEY_SHAPE,
    /// A key of another vendor in its place.
    API_KEY_FOREIGN,
    /// A short-term Bedrock API key whose life is over.
    API_KEY_ENDED,
    /// A short-term Bedrock API key of another region.
    API_KEY_OF_ANOTHER_REGION,
    /// White space, quotes or invisible characters in a Bedrock API key.
    STRAY_IN_API_KEY,
    /// Keys in the environment and a named profile: clients disagree on which wins.
    PROFILE_BESIDE_KEYS,
    /// A variable of `.env` has no effect, since the environment sets it to something else.
    ENV_FILE_SHADOWED,
    /// The whole `.env` is ignored.
    ENV_FILE_IGNORED,
    /// `.env` sets what it may not set here.
    ENV_FILE_NAME,
    /// An AWS file cannot be read.
    FILE_UNREADABLE,
    /// A line or heading of an AWS file that clients read differently or not at all.
    FILE_ODD,
    /// Others may read the keys in a file.
    FILE_OPEN,
    /// `AWS_CONFIG_FILE` or `AWS_SHARED_CREDENTIALS_FILE` names a file that is not there.
    FILE_MISSING,
    /// A path of Windows where it means nothing.
    WINDOWS_PATH,
    /// A `services` section that is not there, or cannot be read as one.
    SERVICES_SECTION,
    /// An endpoint for one service alone.
    SERVICE_ENDPOINT,
    /// Configured endpoints are passed over.
    ENDPOINTS_IGNORED,
    /// An endpoint that is no address.
    ENDPOINT_SHAPE,
    /// A file of trusted certificates that is not there or holds none, and that clients insist on.
    TRUST_FILE_UNUSABLE,
    /// A setting of Claude's own clients, which decides what they do.
    CLAUDE_CLIENT
  }
}
