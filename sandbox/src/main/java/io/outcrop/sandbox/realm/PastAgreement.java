package io.outcrop.sandbox.realm;

/// An agreement that another has taken the place of.
///
/// @param model the model's id
/// @param agreement as it ended
public record PastAgreement(String model, Agreement agreement) {}
