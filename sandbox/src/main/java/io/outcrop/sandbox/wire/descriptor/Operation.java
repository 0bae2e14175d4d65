package io.outcrop.sandbox.wire.descriptor;

/// One operation.
///
/// @param method the HTTP method
/// @param uri the path as the model has it, labels in braces; empty where the path says nothing
/// @param status the status of success
/// @param input its input
/// @param output its output; empty where the model gives it none
/// @param hasOutput whether the model gives it an output at all
/// @param anonymous whether it may be called without a signature
public record Operation(
    String name,
    String method,
    String uri,
    int status,
    Structure input,
    Structure output,
    boolean hasOutput,
    boolean anonymous) {}
