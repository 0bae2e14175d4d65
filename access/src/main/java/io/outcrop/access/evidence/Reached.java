package io.outcrop.access.evidence;

import java.time.Duration;

/// The endpoint answered.
///
/// @param host which one
/// @param privateAddress whether its name leads to a private address: a VPC endpoint
/// @param clockAhead how far the local clock is ahead of AWS's
public record Reached(String host, boolean privateAddress, Duration clockAhead) {}
