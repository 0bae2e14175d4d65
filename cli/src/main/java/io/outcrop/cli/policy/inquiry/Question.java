package io.outcrop.cli.policy.inquiry;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.PolicyLayers;

/// A request, and the policies that decide it.
///
/// @param purpose what it is needed for; empty if it stands for itself
public record Question(AuthorizationRequest request, PolicyLayers layers, String purpose) {}
