package io.outcrop.iam.request;

import io.outcrop.aws.Principal;

/// One question to IAM.
///
/// @param principal who asks
/// @param action `service:Name`, in any case
/// @param resource the ARN, or `*` for actions without a resource
/// @param resourceAccount the account that owns the resource; the principal's own decides between
///   same-account and cross-account evaluation
/// @param context the condition keys that the call brings, with those of the principal
public record AuthorizationRequest(
    Principal principal,
    String action,
    String resource,
    String resourceAccount,
    RequestContext context) {

  /// The same question, with as much of its context known as `knowledge` says.
  public AuthorizationRequest known(Knowledge knowledge) {
    return new AuthorizationRequest(
        principal, action, resource, resourceAccount, context.known(knowledge));
  }
}
