package io.outcrop.sandbox.wire.descriptor;

import java.util.List;
import java.util.Map;

/// One operation.
///
/// @param method the HTTP method
/// @param segments the path, cut at its slashes; labels stand in braces. Empty where the path says
///   nothing
/// @param status the status of success
/// @param input the members of its input, in the model's order
/// @param output the members of its output, in the model's order
/// @param hasOutput whether the model gives it an output at all
/// @param anonymous whether it may be called without a signature
public record Operation(
    String name,
    String method,
    List<String> segments,
    int status,
    Map<String, Member> input,
    Map<String, Member> output,
    boolean hasOutput,
    boolean anonymous) {}
