package io.outcrop.access.examination;

/// What only AWS can settle, ready to send.
///
/// @param allGreen whether everything that can be looked at is in order, and yet AWS refuses
/// @param text the text for AWS Support; no secret is in it
public record SupportCase(boolean allGreen, String text) {}
