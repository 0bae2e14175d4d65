package io.outcrop.causes.catalogue;

/// A text that the cause leaves behind, in AWS's words with placeholders for names.
///
/// @param text what somebody would paste
/// @param region the region that was called, as far as it is known besides the text
/// @param model the model that was called, as far as it is known besides the text
/// @param candidate whether the text cannot lead to this cause alone: it has to be among those that
///   fit, and need not come first
public record Example(String text, String region, String model, boolean candidate) {}
