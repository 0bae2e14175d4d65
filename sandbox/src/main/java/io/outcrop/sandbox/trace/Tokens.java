package io.outcrop.sandbox.trace;

/// The tokens of one call to a model, of the four kinds that are billed.
///
/// @param input read, neither from nor into a cache
/// @param output written
/// @param cacheRead read from a cache
/// @param cacheWrite read and put into a cache
public record Tokens(long input, long output, long cacheRead, long cacheWrite) {
  /// The same with this much output.
  public Tokens withOutput(long count) {
    return new Tokens(input, count, cacheRead, cacheWrite);
  }
}
