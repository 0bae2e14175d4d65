package io.outcrop.iam.account;

import io.outcrop.aws.Arn;
import io.outcrop.aws.Principal;
import java.util.LinkedHashMap;
import java.util.Map;

/// What ties an entity of the details to a principal that calls. Source: IAM User Guide, "AWS
/// global condition context keys", read 2026-11.
final class Principals {
  private Principals() {}

  /// Whether `entity` is meant by `principal`, which has its name. Only IAM's own ARNs show a path.
  static boolean isOf(Entity entity, Principal principal) {
    if (!(principal instanceof Principal.RoleSession)) {
      return principal.knownArn().map(Arn::toString).orElse("").equals(entity.arn());
    }
    return Arn.parse(entity.arn()).map(Arn::account).orElse("").equals(principal.account());
  }

  /// The condition keys that `principal` brings by itself.
  static Map<String, String> context(Entity entity, Principal principal) {
    var context = new LinkedHashMap<String, String>();
    context.put("aws:PrincipalArn", entity.arn());
    entity.tags().forEach((key, value) -> context.put("aws:PrincipalTag/" + key, value));
    if (!entity.id().isEmpty() && principal instanceof Principal.IamUser) {
      context.put("aws:userid", entity.id());
    }
    if (!entity.id().isEmpty() && principal instanceof Principal.RoleSession session) {
      context.put("aws:userid", entity.id() + ":" + session.sessionName());
    }
    return context;
  }
}
