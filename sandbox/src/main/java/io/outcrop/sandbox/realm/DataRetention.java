package io.outcrop.sandbox.realm;

import java.time.Instant;

/// What an account lets happen to its prompts in a region.
///
/// @param mode in Bedrock's words: `default`, `none`, `aws_review`, `provider_data_share`,
///   `inherit`
/// @param updated when that was set
public record DataRetention(String mode, Instant updated) {}
