package io.outcrop.sandbox.realm;

import io.outcrop.aws.Secret;
import java.time.Instant;

/// A user's access key.
///
/// @param id `AKIA…`
/// @param active whether it may sign
/// @param created when it was made
/// @param secret empty in a world whose folder was not made yet
public record AccessKey(String id, boolean active, Instant created, Secret secret) {}
