package io.outcrop.access.prediction;

import io.outcrop.access.evidence.Permissions;
import io.outcrop.aws.Principal;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.PolicyLayers.Organization;
import java.util.List;

/// Which condition keys of a call cannot be known from here. Source: IAM User Guide, "AWS global
/// condition context keys", with when each is there, read 2026-11.
public final class KnownKeys {
  /// Where a call comes from, and by which program, only AWS sees; how AWS fills the keys of a
  /// model, which nobody's account owns, no page says.
  private static final List<String> OF_ALL =
      List.of(
          "aws:SourceIp",
          "aws:VpcSourceIp",
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:UserAgent",
          "aws:Referer",
          "aws:PrincipalOrgPaths",
          "aws:ResourceAccount",
          "aws:ResourceOrgID",
          "aws:ResourceOrgPaths",
          "iam:AssociatedResourceArn");

  /// What whoever made a session gave it.
  private static final List<String> OF_SESSIONS =
      List.of(
          "aws:TokenIssueTime",
          "aws:MultiFactorAuthPresent",
          "aws:MultiFactorAuthAge",
          "aws:SourceIdentity",
          "aws:FederatedProvider",
          "aws:PrincipalTag/*");

  private KnownKeys() {}

  /// What is known of the keys of a call by whoever has these permissions.
  public static Knowledge of(Permissions permissions) {
    var knowledge = doubting(Knowledge.COMPLETE, OF_ALL);
    var keys = permissions.context();
    if (!keys.containsKey("aws:userid")) {
      knowledge = knowledge.with("aws:userid", Doubt.BOTH);
    }
    if (permissions.layers().scps() instanceof Organization.Unknown
        && !keys.containsKey("aws:PrincipalOrgID")) {
      knowledge = knowledge.with("aws:PrincipalOrgID", Doubt.BOTH);
    }
    return permissions.principal() instanceof Principal.IamUser
            || permissions.principal() instanceof Principal.RootUser
        ? knowledge
        : doubting(knowledge, OF_SESSIONS);
  }

  private static Knowledge doubting(Knowledge knowledge, List<String> keys) {
    var doubted = knowledge;
    for (var key : keys) {
      doubted = doubted.with(key, Doubt.BOTH);
    }
    return doubted;
  }
}
