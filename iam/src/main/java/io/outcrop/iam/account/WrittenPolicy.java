package io.outcrop.iam.account;

import io.outcrop.iam.policy.PolicyKind;

/// A policy as an account holds it, whether it follows the grammar or not.
///
/// @param owner whose it is: `user alice`; empty for a managed policy
/// @param text what it says, two spaces a level where the account holds an object
public record WrittenPolicy(String name, String owner, PolicyKind kind, String text) {}
