package io.outcrop.access.plan;

/// A change that is to be made in the source that owns the thing: made in the account, it would be
/// a drift, and the next deployment would undo it.
///
/// @param cause the slug of the finding that it cures
/// @param title what it does, one imperative sentence
/// @param owner what owns the thing, in words
/// @param source the change to the source, in the owner's own form; lines
/// @param effect what it does to least privilege
public record Elsewhere(String cause, String title, String owner, String source, String effect) {}
