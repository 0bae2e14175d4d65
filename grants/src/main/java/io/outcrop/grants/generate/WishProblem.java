package io.outcrop.grants.generate;

/// Something in a wish that cannot be granted.
///
/// @param place where in the wish it stands, as a JSON pointer: `/models/0`
/// @param message what is wrong
/// @param help what can be wished for instead; may be empty
public record WishProblem(String place, String message, String help) {}
