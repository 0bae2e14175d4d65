package io.outcrop.sandbox.quotas;

import java.math.BigDecimal;

/// One quota of Bedrock with AWS's default for it.
///
/// @param code `L-…`
/// @param name as Service Quotas shows it
/// @param model the model it is about; `*` for all of them together
/// @param scope the routes it is about
/// @param kind what is counted
/// @param value the default
/// @param adjustable whether Service Quotas takes requests for it
public record Quota(
    String code,
    String name,
    String model,
    Scope scope,
    Kind kind,
    BigDecimal value,
    boolean adjustable) {

  /// The routes that share a quota.
  public enum Scope {
    /// A model by its own id.
    ON_DEMAND,
    /// Profiles of a geography.
    GEOGRAPHIC,
    /// The global profile.
    GLOBAL,
    /// All routes.
    ANY
  }

  /// What is counted.
  public enum Kind {
    REQUESTS_PER_MINUTE,
    TOKENS_PER_MINUTE,
    TOKENS_PER_DAY
  }

  /// The whole account, every model together.
  static final String ACCOUNT = "*";
}
