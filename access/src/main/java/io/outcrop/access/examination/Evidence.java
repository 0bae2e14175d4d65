package io.outcrop.access.examination;

/// Something seen that supports a finding.
///
/// @param kind `observed` (AWS answered it), `predicted` (follows from what was read), `differs`
///   (what was read speaks against it, and what may explain that), `unread` (what would tell more
///   could not be read, and why), `read` (stands in a file or policy), `catalogue`
/// @param text in words: the sentence AWS answered, the statement that decides with policy and line
/// @param source where it was seen: a call with its request id, a policy's ARN, a file's name
public record Evidence(String kind, String text, String source) {}
