package io.outcrop.causes.redact;

/// Where a secret stands in a text.
///
/// @param kind what it is
/// @param start offset of its first character, from 0, in UTF-16 code units
/// @param end offset behind its last
public record Secret(SecretKind kind, int start, int end) {}
