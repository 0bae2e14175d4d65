package io.outcrop.sandbox.throttle;

/// The quotas that stand before a call. [#NONE] where there is none.
///
/// @param requestsPerMinute of this model over routes of this kind
/// @param tokensPerMinute of this model over routes of this kind
/// @param tokensPerDay of the account, all models together: since 2026-09-21 one quota. Source: AWS
///   General Reference, "Amazon Bedrock endpoints and quotas", read 2026-09
public record Limits(long requestsPerMinute, long tokensPerMinute, long tokensPerDay) {
  /// No limit.
  public static final long NONE = Long.MAX_VALUE;

  /// No limits at all.
  public static final Limits FREE = new Limits(NONE, NONE, NONE);
}
