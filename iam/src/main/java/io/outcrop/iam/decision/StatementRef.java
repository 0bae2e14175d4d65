package io.outcrop.iam.decision;

import io.outcrop.iam.policy.Statement;
import io.outcrop.iam.request.NamedPolicy;

/// A statement that decided.
///
/// @param layer in which layer it stands
/// @param policy in which policy
/// @param statement which one
public record StatementRef(LayerName layer, NamedPolicy policy, Statement statement) {}
