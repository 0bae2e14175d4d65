package io.outcrop.causes.signal;

/// One thing that a text says.
///
/// @param kind what it is: `exception`, `operation`, `service`, `status`, `sentence`, `action`,
///   `resource`, `principal`, `effect`, `layer`, `policy`, `arn`, `model`, `region`, `account`,
///   `request-id`, `host`, `foreign-host`, `key`, `setting`, `form`, `field` (of the request that
///   was refused), `signed-region`, `signed-service`, `authorization-id`, `troubleshooter-link`,
///   `mention`
/// @param value what it says, in normal form: a `sentence` by its name in the catalogue, an
///   `effect` as `implicit` or `explicit`, a `key` as `temporary`, `long-term` or `bedrock-api-key`
/// @param span where it was read; empty for what follows from something that is not in the text
public record Signal(String kind, String value, Span span) {}
