package io.outcrop.causes.log;

import io.outcrop.causes.Diagnosis;

/// Failures of one cause about the same thing.
///
/// @param diagnosis the cause, told by the first of them
/// @param count how many there are
/// @param first when the first was, as the log writes it; empty if it does not say
/// @param last when the last was
public record FailureGroup(Diagnosis diagnosis, int count, String first, String last) {}
