package io.outcrop.iam.plain;

import io.outcrop.iam.request.AuthorizationRequest;
import java.util.List;
import java.util.Locale;

/// What services decide by themselves. Source: Organizations User Guide, orgs_manage_policies_rcps;
/// IAM User Guide, access_policies_managed-vs-inline; IAM Identity Center User Guide, permission
/// sets; KMS API Reference, CreateAlias.
final class Services {
  private Services() {}

  /// Of the services that are asked here, these are on the list of those with RCPs.
  static boolean haveRcps(AuthorizationRequest request) {
    return List.of("s3:", "kms:", "sts:", "sqs:").stream().anyMatch(action(request)::startsWith);
  }

  /// AWS's own policies, the roles of permission sets and AWS's own aliases stay as they are.
  static boolean refuse(AuthorizationRequest request) {
    var resource = request.resource();
    return switch (action(request)) {
      case "iam:createpolicyversion", "iam:deletepolicy" ->
          resource.matches("arn:[^:]*:iam::aws:policy/.*");
      case "iam:putrolepolicy", "iam:deleterole" ->
          resource.matches("arn:[^:]*:iam::[^:]*:role/aws-reserved/.*");
      case "kms:createalias" -> resource.matches("arn:[^:]*:kms:[^:]*:[^:]*:alias/aws/.*");
      default -> false;
    };
  }

  private static String action(AuthorizationRequest request) {
    return request.action().toLowerCase(Locale.ROOT);
  }
}
