package io.outcrop.causes.log;

/// One event of a log: the characters from `start` to `end`, and when it was.
///
/// @param time as the log writes it; empty if it does not say
record Slice(int start, int end, String time) {}
