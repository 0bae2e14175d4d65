package io.outcrop.iam.request;

import io.outcrop.iam.policy.PolicyDocument;

/// A policy where it was found.
///
/// @param name its name: an inline policy's, a managed policy's, `p-…` of an SCP
/// @param arn its ARN; empty for inline policies, which have none
/// @param attachedTo what it is attached to, in words: `user alice`, `group developers`, `account
///   111122223333`
/// @param document what it says
public record NamedPolicy(String name, String arn, String attachedTo, PolicyDocument document) {}
