package io.outcrop.sandbox.wire.descriptor;

/// An error that a service's model knows.
///
/// @param status its HTTP status
/// @param queryCode its code in the query protocol
/// @param messageMember how its message's member is spelled: `message` or `Message`
public record ModelledError(int status, String queryCode, String messageMember) {}
