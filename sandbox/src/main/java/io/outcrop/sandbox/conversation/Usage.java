package io.outcrop.sandbox.conversation;

/// How many tokens a call took.
///
/// @param input read anew and not kept
/// @param output written
/// @param cacheRead read from a cache
/// @param cacheWrite5m written to a cache that lives five minutes
/// @param cacheWrite1h written to a cache that lives an hour
public record Usage(long input, long output, long cacheRead, long cacheWrite5m, long cacheWrite1h) {
  /// Without a cache.
  public static Usage of(long input, long output) {
    return new Usage(input, output, 0, 0, 0);
  }

  /// Written to caches of either age.
  public long cacheWrite() {
    return cacheWrite5m + cacheWrite1h;
  }

  /// The same input with another number of output tokens.
  public Usage withOutput(long changed) {
    return new Usage(input, changed, cacheRead, cacheWrite5m, cacheWrite1h);
  }
}
