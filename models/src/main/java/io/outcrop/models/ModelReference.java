package io.outcrop.models;

/// What a `modelId` turned out to be: an id, or the ARN of a foundation model or of a profile.
///
/// @param text as it was written
/// @param id without the ARN around it
/// @param region the ARN's region; empty for an id or an ARN without region
/// @param account the ARN's account; empty for an id or a foundation model
public record ModelReference(String text, String id, String region, String account) {}
